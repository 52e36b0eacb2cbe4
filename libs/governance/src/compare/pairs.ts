import { Api, Operation, Parameter, Response } from '../document/api.js';
import { Terms } from './change.js';
import { Note } from './note.js';

/** The two contracts and what is held against them. */
export interface Contracts {
  base: Api;
  revision: Api;
  terms: Terms;
}

interface Versions<T> {
  base: T;
  revision: T;
  contracts: Contracts;
}

/** `sends`: who sends what is called the request here; in webhooks and callbacks the API does, and directions turn. */
export type OperationPair = Versions<Operation> & { turned: boolean };
export type ParameterPair = Versions<Parameter> & OperationOf;
export type ResponsePair = Versions<Response> & OperationOf;

interface OperationOf {
  operation: OperationPair;
}

export type ContractRule = (contracts: Contracts) => Note[];
export type OperationRule = (pair: OperationPair) => Note[];
export type ParameterRule = (pair: ParameterPair) => Note[];
export type ResponseRule = (pair: ResponsePair) => Note[];

/** Direction of what an operation's caller sends, and of what it is answered. */
export function directionsOf({ turned }: OperationPair): {
  sent: 'request' | 'response';
  answered: 'request' | 'response';
} {
  return turned ? { sent: 'response', answered: 'request' } : { sent: 'request', answered: 'response' };
}

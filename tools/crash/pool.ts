import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Failpoint, newId } from '#kernel';
import { type Gateway, gateway } from '../estate/gateway.js';
import type { Ground } from '../chaos/ground.js';
import { GatewayProcess } from './gateway-process.js';
import type { Order } from './orders.js';

/** A copy that stands still does not answer. */
const answerMs = 1_000;

export const baseOf = (basePort: number, copy: number): number => basePort + 100 * copy;

/** Copies of the gateway on one database; while one is dead the others go on. */
export class Pool {
  readonly processes: GatewayProcess[];
  private readonly armed = new Map<string, Order>();
  private readonly apis: Gateway[];

  constructor({ settings, env }: Ground, copies: number) {
    const { basePort, home, secretsDir } = settings;
    const numbers = Array.from({ length: copies }, (_one, copy) => copy);
    this.processes = numbers.map((copy) => {
      const own = { ...env, BASE_PORT: String(baseOf(basePort, copy)), LOG_LEVEL: 'info', REDIS_URL: '' };
      return new GatewayProcess(`gateway-${copy + 1}`, own, home, () => [...this.armed.values()]);
    });
    const issuer = env.ISSUER_URL!;
    this.apis = numbers.map((copy) => gateway({ issuer, secretsDir, basePort: baseOf(basePort, copy), env }));
  }

  async start(): Promise<void> {
    for (const one of this.processes) {
      one.start();
      await until(() => one.isUp, 300_000, `${one.name} to come up`);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.close()));
  }

  /** The APIs of a copy that is up. */
  api(): Gateway {
    const up = this.apis.filter((_api, copy) => this.processes[copy]!.isUp);
    return up[Math.floor(Math.random() * up.length)] ?? this.apis[0]!;
  }

  /** Tells every copy, also those that start later; the first to pass the failpoint often enough has the fault. */
  async arm(order: Order): Promise<void> {
    this.armed.set(order.token, order);
    await this.askAll({ arm: order });
  }

  disarm(token: string): void {
    this.armed.delete(token);
    void this.askAll({ disarm: token });
  }

  /** How often a record passed each failpoint so far, in all copies that answer in time together. */
  async passed(record: string, patienceMs = answerMs): Promise<Partial<Record<Failpoint, number>>> {
    const sum: Partial<Record<Failpoint, number>> = {};
    for (const hits of await this.askAll({ count: record }, patienceMs))
      for (const [name, n] of Object.entries(hits) as [Failpoint, number][]) sum[name] = (sum[name] ?? 0) + n;
    return sum;
  }

  /** Wakes the copy that stands still for an order. */
  revive(token: string): void {
    const pid = Number(readFileSync(token, 'utf8'));
    this.processes.find((one) => one.pid === pid)?.revive();
  }

  /** One that stands still is not waited for: it finds what it was told when it wakes. */
  private askAll(
    what: { arm: Order } | { disarm: string } | { count: string },
    patienceMs = answerMs,
  ): Promise<Partial<Record<Failpoint, number>>[]> {
    const patience = pause(patienceMs).then(() => ({}));
    return Promise.all(this.processes.map((one) => Promise.race([one.ask({ id: newId(), ...what }), patience])));
  }
}

export const hasStruck = (token: string): boolean => existsSync(token);

/** Looks again until it is so; fails with what was waited for. */
export async function until(so: () => boolean | Promise<boolean>, patienceMs: number, what: string): Promise<void> {
  for (const end = Date.now() + patienceMs; !(await so()); await pause(50))
    if (Date.now() > end) throw new Error(`waited ${patienceMs / 1_000} s in vain for ${what}`);
}

import { Controller, Get } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Choice, Flag, ListOf, Text } from '#contracts';
import { Endpoint } from '#platform';
import { Instances } from './instances.js';

const safetyStrategies = [
  'absolute',
  'batch',
  'count',
  'job',
  'key',
  'once',
  'reference',
  'transition',
  'upsert',
] as const;

/** What one operation can do on this platform. */
export class CapabilityView {
  @Text('Domain', { max: 40 })
  domain!: string;

  @Text('Operation', { max: 80 })
  operation!: string;

  @Flag('The platform can do it')
  supported!: boolean;

  @Choice('How a write is made to happen once', safetyStrategies, { nullable: true })
  safety!: string | null;

  @Text('Why it is not supported', { nullable: true, max: 500 })
  reason!: string | null;
}

/** Instances and abilities of a system app. */
export class CapabilitiesView {
  @ApiProperty({
    description: 'Instances served',
    type: 'array',
    items: { type: 'string', maxLength: 120 },
    maxItems: 100,
    'x-classification': 'internal',
  } as never)
  instances!: string[];

  @ListOf('Operations', () => CapabilityView, { max: 200 })
  operations!: CapabilityView[];
}

/** What this platform can and cannot do. */
@ApiTags('capabilities')
@Controller('v1/capabilities')
export class CapabilitiesController {
  constructor(private readonly instances: Instances) {}

  @Get()
  @Endpoint({ summary: 'Instances and operations', scope: 'capabilities.read', returns: CapabilitiesView })
  getCapabilities(): CapabilitiesView {
    return { instances: this.instances.names(), operations: this.instances.capabilities() };
  }
}

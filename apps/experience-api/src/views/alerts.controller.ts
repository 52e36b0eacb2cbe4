import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Acknowledgement, AlertDetail, PortalAlertList, AlertQuery, AlertReason, Mute } from '#contracts';
import { type Caller, CurrentCaller, Endpoint, IdempotencyKey } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { AlertsService } from './alerts.service.js';

const byPerson = { scope: 'exceptions.resolve', returns: AlertDetail, writes: true } as const;

/** Causes that stop work, one alert each, and who sees to them. */
@ApiTags('alerts')
@ForAudience()
@Controller('v1/alerts')
export class AlertsController {
  constructor(private readonly alerts: AlertsService) {}

  @Get()
  @Endpoint({
    summary: 'Alerts, the most money for the least time left first',
    scope: 'portal.read',
    returns: PortalAlertList,
  })
  listAlerts(@Query() query: AlertQuery): Promise<PortalAlertList> {
    return this.alerts.list(query);
  }

  @Get(':id')
  @Endpoint({
    summary: 'One alert with its exceptions and messages',
    scope: 'portal.read',
    returns: AlertDetail,
  })
  getAlert(@Param('id') id: string): Promise<AlertDetail> {
    return this.alerts.get(id);
  }

  @Post(':id/acknowledgements')
  @Endpoint({ summary: 'See to an alert: it is not escalated any more', ...byPerson })
  acknowledgeAlert(
    @Param('id') id: string,
    @IdempotencyKey() key: string,
    @Body() acknowledgement: Acknowledgement,
    @CurrentCaller() caller: Caller,
  ): Promise<AlertDetail> {
    return this.alerts.acknowledge(id, key, acknowledgement, caller);
  }

  @Post(':id/mutes')
  @Endpoint({ summary: 'Tell nobody of an alert and its cause for a while', ...byPerson })
  muteAlert(
    @Param('id') id: string,
    @IdempotencyKey() key: string,
    @Body() mute: Mute,
    @CurrentCaller() caller: Caller,
  ): Promise<AlertDetail> {
    return this.alerts.mute(id, key, mute, caller);
  }

  @Post(':id/unmutes')
  @Endpoint({ summary: 'Tell of an alert again', ...byPerson })
  unmuteAlert(
    @Param('id') id: string,
    @IdempotencyKey() key: string,
    @Body() why: AlertReason,
    @CurrentCaller() caller: Caller,
  ): Promise<AlertDetail> {
    return this.alerts.unmute(id, key, why, caller);
  }

  @Post(':id/redeliveries')
  @Endpoint({ summary: 'Send what was given up again', ...byPerson })
  resendAlert(
    @Param('id') id: string,
    @IdempotencyKey() key: string,
    @Body() why: AlertReason,
    @CurrentCaller() caller: Caller,
  ): Promise<AlertDetail> {
    return this.alerts.resend(id, key, why, caller);
  }
}

import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CutoverDetail, CutoverList, CutoverPath } from '#contracts';
import { Endpoint } from '#platform';
import { ForAudience } from '../http/view.interceptor.js';
import { CutoversService } from './cutovers.service.js';

/** Systems that are being exchanged. */
@ApiTags('cut-overs')
@ForAudience()
@Controller('v1/cutovers')
export class CutoversController {
  constructor(private readonly cutovers: CutoversService) {}

  @Get()
  @Endpoint({
    summary: 'Each system that is exchanged, and what hangs on it',
    scope: 'portal.read',
    returns: CutoverList,
  })
  listCutovers(): Promise<CutoverList> {
    return this.cutovers.list();
  }

  @Get(':domain/:legalEntity')
  @Endpoint({
    summary: 'Whether each workflow could go on with the other system',
    scope: 'portal.read',
    returns: CutoverDetail,
  })
  getCutover(@Param() path: CutoverPath): Promise<CutoverDetail> {
    return this.cutovers.get(path);
  }
}

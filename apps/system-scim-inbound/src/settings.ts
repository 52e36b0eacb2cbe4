import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
} from 'class-validator';

/** What an operator says about one identity platform that provisions into us. */
export class ScimInboundSettings {
  /** Where it reaches us, up to where /Users begins, e.g. https://gateway.example.com/scim/v2 */
  @IsUrl({ require_tld: false, require_protocol: true }) publicUrl!: string;
  /** SHA-256 of its bearer token, in hex; two while one token replaces the other. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @Matches(/^[0-9a-f]{64}$/, { each: true })
  tokenHashes!: string[];
  /** Values of `userType` that mean a contractor. */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) contractorTypes?: string[];
}

using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>Where a case lay before units changed, for the figures of those days.</summary>
[DbContext(typeof(AppDb)), Migration("202611280710_FormerPlaces")]
internal sealed class FormerPlaces : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("former_place_unit_id", "cases_cases", nullable: true);
        migrationBuilder.AddColumn<DateTime>("handed_at", "cases_cases", nullable: true);
    }
}

using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>The unit a part was given to before another took that unit over.</summary>
[DbContext(typeof(AppDb)), Migration("202611280120_HandedOver")]
internal sealed class HandedOver : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<long>("from_unit_id", "cases_dispatches", nullable: true);
}

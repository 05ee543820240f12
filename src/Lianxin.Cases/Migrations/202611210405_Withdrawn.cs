using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>A reporter who withdrew may have the case taken up again once.</summary>
[DbContext(typeof(AppDb)), Migration("202611210405_Withdrawn")]
internal sealed class Withdrawn : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<bool>("resumed", "cases_cases", nullable: false, defaultValue: false);
}

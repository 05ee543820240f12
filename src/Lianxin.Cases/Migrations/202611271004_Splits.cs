using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>Which case another was taken out of.</summary>
[DbContext(typeof(AppDb)), Migration("202611271004_Splits")]
internal sealed class Splits : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("split_from_id", "cases_cases", nullable: true);
        migrationBuilder.CreateIndex("ix_cases_cases_split_from_id", "cases_cases", "split_from_id");
    }
}

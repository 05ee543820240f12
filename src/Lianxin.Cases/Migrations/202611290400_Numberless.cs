using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>What was pasted without a number has its source and dates all the same; only numbers are there once.</summary>
[DbContext(typeof(AppDb)), Migration("202611290400_Numberless")]
internal sealed class Numberless : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_cases_outer_numbers_source_number", "cases_outer_numbers");
        migrationBuilder.CreateIndex("ix_cases_outer_numbers_source_number", "cases_outer_numbers", ["source", "number"], unique: true, filter: "number <> ''");
    }
}

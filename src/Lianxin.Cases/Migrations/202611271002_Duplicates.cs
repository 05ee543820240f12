using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>Which case another is handled with.</summary>
[DbContext(typeof(AppDb)), Migration("202611271002_Duplicates")]
internal sealed class Duplicates : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("merged_into_id", "cases_cases", nullable: true);
        migrationBuilder.CreateIndex("ix_cases_cases_merged_into_id", "cases_cases", "merged_into_id");
    }
}

using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>What neighbours may read of an open case.</summary>
[DbContext(typeof(AppDb)), Migration("202611280700_Hints")]
internal sealed class Hints : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("hint", "cases_cases", maxLength: 60, nullable: true);
        migrationBuilder.CreateIndex("ix_cases_cases_hint", "cases_cases", "hint");
    }
}

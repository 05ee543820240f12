using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>How the window to give a ticket back was counted, and when it is reminded of.</summary>
[DbContext(typeof(AppDb)), Migration("202611300300_ReturnWindows")]
internal sealed class ReturnWindows : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("return_from", "cases_outer_numbers", nullable: true);
        migrationBuilder.AddColumn<string>("return_parts", "cases_outer_numbers", maxLength: 120, nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<DateTime>("remind_at", "cases_outer_numbers", nullable: true);
        migrationBuilder.CreateIndex("ix_cases_outer_numbers_return_by", "cases_outer_numbers", "return_by", filter: "answered_at IS NULL AND returned_at IS NULL");
    }
}

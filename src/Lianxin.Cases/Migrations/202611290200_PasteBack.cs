using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>Finds what a source still waits for.</summary>
[DbContext(typeof(AppDb)), Migration("202611290200_PasteBack")]
internal sealed class PasteBackIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateIndex("ix_cases_outer_numbers_due", "cases_outer_numbers", "due", filter: "answered_at IS NULL AND returned_at IS NULL");
}

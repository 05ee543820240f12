using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>What people concerned by a class of matters may always do, as its pack says.</summary>
[DbContext(typeof(AppDb)), Migration("202611300500_CategoryNotes")]
internal sealed class CategoryNotes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("note", "cases_categories", maxLength: 120, nullable: true);
}

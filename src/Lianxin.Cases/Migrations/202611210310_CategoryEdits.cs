using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>Remembers what was changed by hand, so that a new version of a pack does not change it back.</summary>
[DbContext(typeof(AppDb)), Migration("202611210310_CategoryEdits")]
internal sealed class CategoryEdits : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("edited", "cases_categories", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<DateTime>("retired_at", "cases_categories", nullable: true);
        migrationBuilder.AddColumn<bool>("edited", "cases_conditions", nullable: false, defaultValue: false);
    }
}

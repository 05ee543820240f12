using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>Nobody has two filters of one name: what was saved twice alike goes, another view of the same name gets one of its own.</summary>
[DbContext(typeof(AppDb)), Migration("202611300201_FilterNames")]
internal sealed class FilterNames : Migration
{
    private const string Earlier = "SELECT 1 FROM cases_saved_filters e WHERE e.person_id = cases_saved_filters.person_id AND e.name = cases_saved_filters.name AND e.id < cases_saved_filters.id";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql($"DELETE FROM cases_saved_filters WHERE EXISTS ({Earlier} AND e.view = cases_saved_filters.view)");
        migrationBuilder.Sql($"UPDATE cases_saved_filters SET name = substr(name, 1, 8) || ' ' || id WHERE EXISTS ({Earlier})");
        migrationBuilder.DropIndex("ix_cases_saved_filters_person_id", "cases_saved_filters");
        migrationBuilder.CreateIndex("ix_cases_saved_filters_person_id_name", "cases_saved_filters", ["person_id", "name"], unique: true);
    }
}

using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Platform.Migrations;

/// <summary>Where each unit stood from when to when, and who took it over.</summary>
[DbContext(typeof(AppDb)), Migration("202611280100_UnitSpans")]
internal sealed class UnitSpans : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("successor_id", "platform_units", nullable: true);
        migrationBuilder.CreateTable("platform_unit_spans", table => new
        {
            id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            parent_id = table.Column<long>(nullable: true),
            name = table.Column<string>(maxLength: 60, nullable: false),
            from = table.Column<DateTime>(nullable: false),
            to = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_unit_spans", x => x.id));
        migrationBuilder.CreateIndex("ix_platform_unit_spans_unit_id", "platform_unit_spans", "unit_id");
        migrationBuilder.CreateIndex("ix_platform_unit_spans_to", "platform_unit_spans", "to");
        // Units founded before: an id is used once over all tables, so the unit's own serves for its first span.
        migrationBuilder.Sql("""
            INSERT INTO platform_unit_spans (id, unit_id, parent_id, name, "from", "to", version)
            SELECT id, id, parent_id, name, valid_from, valid_to, 1 FROM platform_units
            """);
    }
}

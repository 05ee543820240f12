using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Organization.Migrations;

/// <summary>Place names get a table of their own; the target registry, where they stood, becomes a copy of what is told.</summary>
[DbContext(typeof(AppDb)), Migration("202611271100_Places")]
internal sealed class PlaceNames : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("org_places", table => new
        {
            id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            name = table.Column<string>(maxLength: 80, nullable: false),
            longitude = table.Column<double>(nullable: true),
            latitude = table.Column<double>(nullable: true),
            tags = table.Column<string>(maxLength: 200, nullable: false),
            retired_at = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_org_places", x => x.id));
        migrationBuilder.CreateIndex("ix_org_places_unit_id", "org_places", "unit_id");
        migrationBuilder.Sql(
            """
            INSERT INTO org_places (id, unit_id, name, longitude, latitude, tags, retired_at, version)
            SELECT id, unit_id, name, longitude, latitude, tags, retired_at, version FROM platform_targets WHERE kind = 'place'
            """);
    }
}

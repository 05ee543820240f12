using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Organization.Migrations;

/// <summary>Changes of the tree as they were ordered.</summary>
[DbContext(typeof(AppDb)), Migration("202611280110_Reorganisations")]
internal sealed class Reorganisations : Migration
{
    private const string Waiting = "done_at IS NULL AND withdrawn_at IS NULL AND fault IS NULL";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("org_reorganisations", table => new
        {
            id = table.Column<long>(nullable: false),
            how = table.Column<string>(maxLength: 40, nullable: false),
            unit_id = table.Column<long>(nullable: false),
            to_unit_id = table.Column<long>(nullable: true),
            from = table.Column<DateTime>(nullable: false),
            document = table.Column<string>(maxLength: 80, nullable: false),
            reason = table.Column<string>(maxLength: 500, nullable: false),
            ending = table.Column<string>(nullable: false),
            posts = table.Column<string>(nullable: false),
            units = table.Column<string>(nullable: false),
            places = table.Column<string>(nullable: false),
            new_name = table.Column<string>(maxLength: 60, nullable: false),
            new_code = table.Column<string>(maxLength: 18, nullable: false),
            asked_at = table.Column<DateTime>(nullable: false),
            by_person_id = table.Column<long>(nullable: true),
            done_at = table.Column<DateTime>(nullable: true),
            withdrawn_at = table.Column<DateTime>(nullable: true),
            fault = table.Column<string>(maxLength: 1000, nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_org_reorganisations", x => x.id));
        migrationBuilder.CreateIndex("ix_org_reorganisations_unit_id", "org_reorganisations", "unit_id");
        migrationBuilder.CreateIndex("ix_org_reorganisations_to_unit_id", "org_reorganisations", "to_unit_id");
        migrationBuilder.CreateIndex("ix_org_reorganisations_waiting", "org_reorganisations", "unit_id", unique: true, filter: Waiting);
        migrationBuilder.CreateIndex("ix_org_reorganisations_from", "org_reorganisations", "from", filter: Waiting);
    }
}

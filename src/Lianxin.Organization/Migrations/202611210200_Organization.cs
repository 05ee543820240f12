using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Organization.Migrations;

[DbContext(typeof(AppDb)), Migration("202611210200_Organization")]
internal sealed class Organization : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("org_duties", table => new
        {
            id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            category_key = table.Column<string>(maxLength: 40, nullable: false),
            stance = table.Column<string>(maxLength: 40, nullable: true),
            edited = table.Column<bool>(nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_org_duties", x => x.id));
        migrationBuilder.CreateTable("org_duty_rules", table => new
        {
            id = table.Column<long>(nullable: false),
            install_unit_id = table.Column<long>(nullable: false),
            level = table.Column<string>(maxLength: 40, nullable: false),
            function = table.Column<string>(maxLength: 40, nullable: false),
            category_key = table.Column<string>(maxLength: 40, nullable: false),
            stance = table.Column<string>(maxLength: 40, nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_org_duty_rules", x => x.id));
        migrationBuilder.CreateTable("org_functions", table => new
        {
            id = table.Column<long>(nullable: false),
            install_unit_id = table.Column<long>(nullable: false),
            key = table.Column<string>(maxLength: 40, nullable: false),
            name = table.Column<string>(maxLength: 20, nullable: false),
            external = table.Column<bool>(nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_org_functions", x => x.id));
        migrationBuilder.CreateTable("org_grids", table => new
        {
            id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            polygon = table.Column<string>(nullable: false),
            area = table.Column<long>(nullable: false),
            longitude = table.Column<double>(nullable: false),
            latitude = table.Column<double>(nullable: false),
            west = table.Column<double>(nullable: false),
            south = table.Column<double>(nullable: false),
            east = table.Column<double>(nullable: false),
            north = table.Column<double>(nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_org_grids", x => x.id));
        migrationBuilder.CreateTable("org_levels", table => new
        {
            id = table.Column<long>(nullable: false),
            install_unit_id = table.Column<long>(nullable: false),
            order = table.Column<int>(nullable: false),
            key = table.Column<string>(maxLength: 40, nullable: false),
            name = table.Column<string>(maxLength: 20, nullable: false),
            body = table.Column<string>(maxLength: 20, nullable: false),
            accepts = table.Column<bool>(nullable: false),
            committee = table.Column<bool>(nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_org_levels", x => x.id));
        migrationBuilder.CreateIndex("ix_org_duties_category_key", "org_duties", "category_key");
        migrationBuilder.CreateIndex("ix_org_duties_unit_id_category_key", "org_duties", ["unit_id", "category_key"], unique: true);
        migrationBuilder.CreateIndex("ix_org_duty_rules_install_unit_id_level_function_category_key", "org_duty_rules", ["install_unit_id", "level", "function", "category_key"], unique: true);
        migrationBuilder.CreateIndex("ix_org_functions_install_unit_id_key", "org_functions", ["install_unit_id", "key"], unique: true);
        migrationBuilder.CreateIndex("ix_org_grids_unit_id", "org_grids", "unit_id", unique: true);
        migrationBuilder.CreateIndex("ix_org_grids_west", "org_grids", "west");
        migrationBuilder.CreateIndex("ix_org_levels_install_unit_id_key", "org_levels", ["install_unit_id", "key"], unique: true);
    }
}

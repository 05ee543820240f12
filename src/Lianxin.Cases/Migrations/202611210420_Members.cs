using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>服务团: whom its leader put on a part.</summary>
[DbContext(typeof(AppDb)), Migration("202611210420_Members")]
internal sealed class Members : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("cases_members", table => new
        {
            id = table.Column<long>(nullable: false),
            case_id = table.Column<long>(nullable: false),
            dispatch_id = table.Column<long>(nullable: false),
            person_id = table.Column<long>(nullable: false),
            name = table.Column<string>(maxLength: 60, nullable: false),
            at = table.Column<DateTime>(nullable: false),
            ended_at = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_members", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_members_case_id", "cases_members", "case_id");
        migrationBuilder.CreateIndex("ix_cases_members_person_id_case_id", "cases_members", ["person_id", "case_id"]);
    }
}

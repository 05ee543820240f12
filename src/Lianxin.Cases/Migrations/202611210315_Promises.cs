using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>Every date a reporter was ever promised, and which part went to the fallback owner because nobody else fitted.</summary>
[DbContext(typeof(AppDb)), Migration("202611210315_Promises")]
internal sealed class Promises : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("cases_promises", table => new
        {
            id = table.Column<long>(nullable: false),
            case_id = table.Column<long>(nullable: false),
            round = table.Column<int>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            start = table.Column<DateTime>(nullable: false),
            parts = table.Column<string>(maxLength: 120, nullable: false),
            due = table.Column<DateTime>(nullable: false),
            at = table.Column<DateTime>(nullable: false),
            why = table.Column<string>(maxLength: 40, nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_promises", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_promises_case_id", "cases_promises", "case_id");
        migrationBuilder.AddColumn<bool>("fallback", "cases_dispatches", nullable: false, defaultValue: false);

        // The promise each case holds now becomes its first row; a row's id is unique over all tables, so the case's own serves.
        migrationBuilder.Sql(
            """
            INSERT INTO cases_promises (id, case_id, round, unit_id, start, parts, due, at, why, version)
            SELECT id, id, round, accept_unit_id, promise_start, promise_parts, promise_due, promise_start,
                   CASE WHEN round > 0 THEN 'Reopened' ELSE 'Taken' END, 1
            FROM cases_cases
            """);
    }
}

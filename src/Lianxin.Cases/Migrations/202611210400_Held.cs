using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>延期 and 挂账: what was asked for until when, the dates set by approval, and what stands still.</summary>
[DbContext(typeof(AppDb)), Migration("202611210400_Held")]
internal sealed class Held : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("until", "cases_pleas", nullable: true);
        migrationBuilder.AddColumn<DateTime>("ended_at", "cases_pleas", nullable: true);
        migrationBuilder.AddColumn<DateTime>("held_until", "cases_dispatches", nullable: true);
        migrationBuilder.AddColumn<DateTime>("fixed_due", "cases_dispatches", nullable: true);
        migrationBuilder.AddColumn<DateTime>("fixed_at", "cases_dispatches", nullable: true);
        migrationBuilder.AddColumn<DateTime>("held_until", "cases_cases", nullable: true);
        migrationBuilder.CreateIndex("ix_cases_dispatches_held_until", "cases_dispatches", "held_until", filter: "held_until IS NOT NULL");
        migrationBuilder.CreateIndex("ix_cases_cases_held_until", "cases_cases", "held_until", filter: "held_until IS NOT NULL");
    }
}

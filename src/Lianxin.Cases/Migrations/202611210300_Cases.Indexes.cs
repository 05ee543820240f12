using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

internal sealed partial class Cases
{
    private static void Indexes(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("ix_cases_cases_accept_unit_id_status", "cases_cases", ["accept_unit_id", "status"]);
        migrationBuilder.CreateIndex("ix_cases_cases_first_asked_person_id", "cases_cases", "first_asked_person_id");
        migrationBuilder.CreateIndex("ix_cases_cases_number", "cases_cases", "number", unique: true);
        migrationBuilder.CreateIndex("ix_cases_cases_status_next_due_id", "cases_cases", ["status", "next_due", "id"]);
        migrationBuilder.CreateIndex("ix_cases_categories_install_unit_id_key", "cases_categories", ["install_unit_id", "key"], unique: true);
        migrationBuilder.CreateIndex("ix_cases_conditions_install_unit_id_key_valid_from", "cases_conditions", ["install_unit_id", "key", "valid_from"], unique: true);
        migrationBuilder.CreateIndex("ix_cases_dispatches_case_id", "cases_dispatches", "case_id");
        migrationBuilder.CreateIndex("ix_cases_dispatches_rise_at", "cases_dispatches", "rise_at");
        migrationBuilder.CreateIndex("ix_cases_cases_rise_at", "cases_cases", "rise_at");
        migrationBuilder.CreateIndex("ix_cases_dispatches_unit_id_state", "cases_dispatches", ["unit_id", "state"]);
        migrationBuilder.CreateIndex("ix_cases_entries_case_id", "cases_entries", "case_id");
        migrationBuilder.CreateIndex("ix_cases_escalations_case_id_dispatch_id_round_to_unit_id", "cases_escalations", ["case_id", "dispatch_id", "round", "to_unit_id"], unique: true);
        migrationBuilder.CreateIndex("ix_cases_kinds_install_unit_id_key_valid_from", "cases_kinds", ["install_unit_id", "key", "valid_from"], unique: true);
        migrationBuilder.CreateIndex("ix_cases_pleas_case_id", "cases_pleas", "case_id");
        migrationBuilder.CreateIndex("ix_cases_pleas_decide_unit_id_decided_at", "cases_pleas", ["decide_unit_id", "decided_at"]);
        migrationBuilder.CreateIndex("ix_cases_ratings_case_id_round", "cases_ratings", ["case_id", "round"], unique: true);
        migrationBuilder.CreateIndex("ix_cases_reporters_case_id", "cases_reporters", "case_id");
        migrationBuilder.CreateIndex("ix_cases_rules_install_unit_id", "cases_rules", "install_unit_id", unique: true);
        migrationBuilder.CreateIndex("ix_cases_scopes_unit_id_case_id", "cases_scopes", ["unit_id", "case_id"]);
        migrationBuilder.CreateIndex("ix_cases_steps_case_id", "cases_steps", "case_id");
    }
}

#pragma once

#include "cli/command.hpp"

namespace tarazy {

// One function a sub-command, each in the file of its name. Sorted by noun.

void add_align_balance(CLI::App& noun, Session& session);
void add_align_ideal_points(CLI::App& noun, Session& session);
void add_align_shares(CLI::App& noun, Session& session);
void add_align_similarity(CLI::App& noun, Session& session);
void add_compare_calibrate(CLI::App& noun, Session& session);
void add_compare_cna(CLI::App& noun, Session& session);
void add_compare_cluster(CLI::App& noun, Session& session);
void add_compare_contradictions(CLI::App& noun, Session& session);
void add_compare_fit(CLI::App& noun, Session& session);
void add_compare_minimise(CLI::App& noun, Session& session);
void add_compare_necessity(CLI::App& noun, Session& session);
void add_compare_robustness(CLI::App& noun, Session& session);
void add_compare_select(CLI::App& noun, Session& session);
void add_compare_theory(CLI::App& noun, Session& session);
void add_compare_truth_table(CLI::App& noun, Session& session);
void add_data_convert(CLI::App& noun, Session& session);
void add_data_inspect(CLI::App& noun, Session& session);
void add_data_states(CLI::App& noun, Session& session);
void add_data_validate(CLI::App& noun, Session& session);
void add_explain(CLI::App& program, Session& session);
void add_report(CLI::App& program, Session& session);
void add_study_check(CLI::App& noun, Session& session);
void add_study_derive(CLI::App& noun, Session& session);
void add_study_diff(CLI::App& noun, Session& session);
void add_study_new(CLI::App& noun, Session& session);
void add_study_run(CLI::App& noun, Session& session);
void add_study_verify(CLI::App& noun, Session& session);
void add_trace_chronology(CLI::App& noun, Session& session);
void add_trace_dates(CLI::App& noun, Session& session);

}  // namespace tarazy

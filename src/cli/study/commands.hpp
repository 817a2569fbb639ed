#pragma once

#include "cli/command.hpp"

namespace tarazy {

/// Adds the noun `study` with its verbs, and the commands that need no noun.
void add_study_commands(CLI::App& program, Session& session);

// One function a verb, each in the file of its name.
void add_study_check(CLI::App& noun, Session& session);
void add_study_derive(CLI::App& noun, Session& session);
void add_study_diff(CLI::App& noun, Session& session);
void add_study_export(CLI::App& noun, Session& session);
void add_study_multiverse(CLI::App& noun, Session& session);
void add_study_new(CLI::App& noun, Session& session);
void add_study_run(CLI::App& noun, Session& session);
void add_study_status(CLI::App& noun, Session& session);
void add_study_verify(CLI::App& noun, Session& session);
void add_explain(CLI::App& program, Session& session);
void add_report(CLI::App& program, Session& session);

/// Warns once that a study file has warnings, and where to read them.
void warn_of_study_file(Session& session, const std::string& study, std::size_t warnings);

}  // namespace tarazy

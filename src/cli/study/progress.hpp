#pragma once

#include "cli/command.hpp"

#include <functional>
#include <string>

namespace tarazy {

/// Tells what a study run does next: one line on standard error that is overwritten, and only on a terminal.
[[nodiscard]] std::function<void(const std::string&)> study_progress(const Session& session);
void clear_study_progress(const Session& session);

/// Warns once that a study file has warnings, and where to read them.
void warn_of_study_file(Session& session, const std::string& study, std::size_t warnings);

}  // namespace tarazy

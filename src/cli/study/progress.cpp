#include "cli/study/progress.hpp"

#include <unistd.h>

#include <iostream>

namespace tarazy {
namespace {

bool shows_progress(const Session& session) {
    return !session.quiet && ::isatty(STDERR_FILENO) == 1;
}

}  // namespace

std::function<void(const std::string&)> study_progress(const Session& session) {
    if (!shows_progress(session)) return {};
    return [](const std::string& what) { std::cerr << "\r\033[K" << what << std::flush; };
}

void clear_study_progress(const Session& session) {
    if (shows_progress(session)) std::cerr << "\r\033[K" << std::flush;
}

void warn_of_study_file(Session& session, const std::string& study, std::size_t warnings) {
    if (warnings == 0) return;
    warn(session, "the study file has " + std::to_string(warnings) + (warnings == 1 ? " warning" : " warnings") +
                      "; 'tarazy study check " + study + "' shows them");
}

}  // namespace tarazy

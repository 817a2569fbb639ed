#pragma once

#include <string>
#include <string_view>

namespace tarazy {

// The language in which a report opens is part of its bytes, so the command that a run records names it
// unless it is English; `study verify` reads it from there.

[[nodiscard]] inline std::string with_language(const std::string& command, const std::string& language) {
    return language == "en" ? command : command + " --language " + language;
}

[[nodiscard]] inline std::string language_in(std::string_view command) {
    for (const char* language : {"kk", "ru"}) {
        if (command.ends_with(std::string(" --language ") + language)) return language;
    }
    return "en";
}

}  // namespace tarazy

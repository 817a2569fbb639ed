#pragma once

#include "base/error.hpp"
#include "simulate/games/efg_file.hpp"
#include "simulate/games/nfg_file.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// What the readers of games must do with any bytes: give a game that reads back as itself, or say what is wrong with
/// places inside the text. Nothing when they do.
[[nodiscard]] inline std::optional<std::string> game_file_fault(std::string_view text) {
    const auto refusal = [&](const InputError& error) -> std::optional<std::string> {
        for (const Problem& problem : error.problems()) {
            if (problem.what.empty() || problem.remedy.empty()) return "refused without a word";
            if (problem.line == 0 || problem.column == 0 || problem.line > text.size() + 1 ||
                problem.column > text.size() + 1)
                return "refused at no place of the text: " + to_string(problem);
        }
        return std::nullopt;
    };
    try {
        const std::string written = efg_text(read_efg(text, "game.efg").game);
        if (efg_text(read_efg(written, "again.efg").game) != written) return "a tree does not read back";
    } catch (const InputError& error) {
        if (const auto fault = refusal(error)) return fault;
    } catch (const LimitError&) {
    }
    try {
        const std::string written = nfg_text(read_nfg(text, "game.nfg"));
        if (nfg_text(read_nfg(written, "again.nfg")) != written) return "a strategic form does not read back";
    } catch (const InputError& error) {
        if (const auto fault = refusal(error)) return fault;
    } catch (const LimitError&) {
    }
    return std::nullopt;
}

}  // namespace tarazy

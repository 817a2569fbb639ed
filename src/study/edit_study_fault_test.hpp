#pragma once

#include "base/error.hpp"
#include "io/toml_document.hpp"
#include "study/edit_study.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// What must come of any edit of any text: a message, or a text that is TOML and from which the changed lines lead back
/// to the one before. The first line is the path, the second the value (a tab stands for a line end), with `-`, `+` or
/// `=` before the path for the kind; the rest is the text. Nothing when it does.
[[nodiscard]] inline std::optional<std::string> edit_study_fault(std::string_view bytes) {
    const auto line = [&] {
        const std::size_t end = bytes.find('\n');
        const std::string text(bytes.substr(0, end));
        bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
        return text;
    };
    StudyEdit edit;
    edit.path = line();
    if (!edit.path.empty()) {
        edit.kind = edit.path[0] == '-'   ? StudyEdit::Kind::remove
                    : edit.path[0] == '+' ? StudyEdit::Kind::add
                                          : StudyEdit::Kind::set;
        edit.path.erase(0, 1);
    }
    edit.value = line();
    for (char& letter : edit.value)
        if (letter == '\t') letter = '\n';
    std::string after;
    try {
        after = edited_study(bytes, "study.toml", std::vector<StudyEdit>{edit});
    } catch (const InputError& error) {
        return error.problems().empty() ? std::optional<std::string>("refused without a problem") : std::nullopt;
    }
    (void)parse_toml(after,
                     "study.toml");  // an InputError here is a fault: the writer must not write what it cannot read
    const auto lines_of = [](std::string_view text) {
        std::vector<std::string> lines;
        while (!text.empty()) {
            const std::size_t end = text.find('\n');
            lines.emplace_back(text.substr(0, end));
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
        return lines;
    };
    std::vector<std::string> back = lines_of(after);
    const std::vector<ChangedLines> changes = changed_lines(bytes, after);
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        const std::size_t first = change->line - 1;
        if (first + change->after.size() > back.size()) return "changed lines behind the end";
        const auto begin = back.begin() + static_cast<std::ptrdiff_t>(first);
        back.erase(begin, begin + static_cast<std::ptrdiff_t>(change->after.size()));
        back.insert(back.begin() + static_cast<std::ptrdiff_t>(first), change->before.begin(), change->before.end());
    }
    if (back != lines_of(bytes)) return "the changed lines do not lead back";
    return std::nullopt;
}

}  // namespace tarazy

#pragma once

#include "analyses/write_study/recognise/advised_commands.hpp"
#include "analyses/write_study/recognise/column_looks.hpp"
#include "analyses/write_study/recognise/coverage.hpp"
#include "analyses/write_study/recognise/file_head.hpp"
#include "analyses/write_study/recognise/file_version.hpp"
#include "analyses/write_study/recognise/layout_doubts.hpp"
#include "analyses/write_study/recognise/recognise.hpp"
#include "base/error.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// What must come of any bytes that are to be recognised: a layout whose columns are there, with commands in which no
/// place is left open, and a table in its shape or a message; or no layout. Nothing when it does.
[[nodiscard]] inline std::optional<std::string> recognised_bytes_fault(std::string_view bytes) {
    const FileHead head =
        head_of_bytes(bytes, bytes.size() % 2 == 0, "given.csv", {.max_bytes = std::uint64_t{1} << 24});
    (void)column_looks(head.table);
    (void)coverage_by_look(head.table);
    (void)near_layouts(head.signs);
    const DataLayout* layout = layout_with(head.signs);
    if (layout == nullptr) return std::nullopt;
    for (const std::string& column : layout->columns) {
        const std::string name = with_names_of_file("[" + column + "]", head.signs.names);
        if (std::ranges::find(head.signs.names, name) == head.signs.names.end())
            return layout->id + " without its column " + column;
    }
    (void)layouts_beside(head.signs, *layout);
    if (!head.fault.empty()) return std::nullopt;
    (void)layout_doubts(head.table, *layout);
    const DataCoverage coverage = coverage_of(head.table, *layout);
    (void)file_version(*layout, head.table, head.signs.title, coverage, head.whole);
    for (const AdvisedCommands& commands : advised_commands(*layout, {"given.csv", head.signs.names, "", &coverage})) {
        for (const auto& line : commands.lines) {
            if (line.empty() || line.front() != "tarazy") return "a line that runs nothing: " + commands.purpose;
            if (shell_line(line).find('\n') != std::string::npos && head.signs.names.empty())
                return "a line of two lines: " + commands.purpose;
        }
    }
    if (!layout->shape || head.table.rows() > 1000 || head.table.names.size() > 200) return std::nullopt;
    try {
        std::vector<std::string> notes;
        (void)reshaped_by_layout(head.table, *layout, head.signs.title, notes);
    } catch (const InputError& error) {
        if (error.problems().empty()) return "refused without a problem";
    }
    return std::nullopt;
}

}  // namespace tarazy

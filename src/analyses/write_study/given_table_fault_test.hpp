#pragma once

#include "analyses/write_study/data_kind.hpp"
#include "analyses/write_study/study_order.hpp"
#include "analyses/write_study/toml_text.hpp"
#include "base/error.hpp"
#include "io/read_table.hpp"
#include "io/toml_document.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// What must come of any file that is given to a new study: a kind whose columns the table has, or a message with what
/// is lacking; and of its names texts that end no line, no comment and no string of the study file. Nothing when it
/// does.
[[nodiscard]] inline std::optional<std::string> given_table_fault(std::string_view bytes) {
    try {
        const Table table = read_csv(bytes, "given.csv", {.max_bytes = std::uint64_t{1} << 24});
        const auto kind = recognised_data(table);
        if (kind) {
            for (const std::string& name : kind->known_by)
                if (!table.find(name)) return "known by a column that is not there: " + name;
            for (const auto& [ours, theirs] : kind->columns)
                if (!table.find(theirs) || ours.empty()) return "renames a column that is not there: " + theirs;
        } else if (not_recognised(table).what.empty() || not_recognised(table).remedy.empty()) {
            return "not known and not told";
        }
        for (const std::string& name : table.names) {
            const std::string text =
                "# " + one_line(name) + "\nname = " + toml_quoted(name) + " # " + one_line(name) + '\n';
            const TomlValue read = parse_toml(text, "memory");
            if (read.entries.size() != 1 || read.entries.front().value.text != name)
                return "a name that broke out: " + text;
            const std::string id = id_of_folder(name.empty() || name.find('\0') != std::string::npos ? "x" : name);
            if (id.empty() || id.find_first_of(" /\n\"\\") != std::string::npos) return "no id: " + id;
        }
    } catch (const InputError& error) {
        if (error.problems().empty()) return "refused without a problem";
    } catch (const LimitError&) {
    }
    try {
        (void)poles_of_option(bytes);
    } catch (const UsageError&) {
    }
    return std::nullopt;
}

}  // namespace tarazy

#include "cli/reading_options.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "io/reading_changes.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr const char* group = "Reading";

std::vector<std::string> known_columns(const Session& session) {
    std::vector<std::string> names;
    for (const FileRead& file : session.inputs) {
        for (const std::string& name : file.columns) {
            if (std::ranges::find(names, name) == names.end()) names.push_back(name);
        }
    }
    return names;
}

std::size_t met(const std::vector<std::size_t>& counts, std::size_t index) {
    return index < counts.size() ? counts[index] : 0;
}

std::string files_text(const Session& session) {
    return session.inputs.size() == 1 ? session.inputs.front().path : "the tables";
}

}  // namespace

void add_reading_options(CLI::App& app, Session& session) {
    ReadingWords& words = session.reading_words;
    app.add_option("--sheet", words.sheet, "sheet of an Excel file (default: the first)")->group(group);
    app.add_option("--header-row", words.header_row, "line, or row of the sheet, that names the columns")
        ->check(CLI::Range(1, 1'000'000'000))
        ->group(group);
    app.add_option("--encoding", words.encoding,
                   "encoding of delimited text: utf-8, utf-16, windows-1251, kz-1048, latin-1, .. (default: found)")
        ->group(group);
    app.add_option("--delimiter", words.delimiter,
                   "what parts the fields: comma, semicolon, tab, bar, blank or a sign (default: found)")
        ->group(group);
    app.add_option("--decimal", words.decimal, "decimal mark: comma or point (default: found, column by column)")
        ->group(group);
    app.add_option("--missing", words.missing, "cells with these texts are missing, comma-separated: ..,-9,NA")
        ->allow_extra_args(false)
        ->group(group);
    app.add_option("--rename", words.rename, "NEW=OLD,..: columns under the names that the command needs")
        ->allow_extra_args(false)
        ->group(group);
    app.add_option("--recode", words.recode,
                   "COLUMN:FROM=TO,..: other values in a column (FROM=TO,.. in all); an empty TO is missing")
        ->allow_extra_args(false)
        ->group(group);
}

void settle_reading(Session& session) {
    const ReadingWords& words = session.reading_words;
    ReadOptions& reading = session.reading;
    reading.sheet = words.sheet;
    reading.header_row = words.header_row;
    reading.encoding = words.encoding;
    if (!words.delimiter.empty()) reading.delimiter = delimiter_named(words.delimiter);
    if (!words.decimal.empty()) reading.decimal = decimal_named(words.decimal);
    for (const std::string& text : words.missing) {
        for (std::string& mark : listed_texts(text)) reading.missing.push_back(std::move(mark));
    }
    for (const std::string& text : words.rename) {
        for (auto& pair : renames_of(text)) reading.rename.push_back(std::move(pair));
    }
    for (const std::string& text : words.recode) {
        for (auto& one : recodes_of(text)) reading.recode.push_back(std::move(one));
    }
    reading.matches = &session.reading_matches;
}

void take_missing_policy(CLI::App& app, std::string& policy) {
    const auto split_off = [&policy](std::string& list) {
        std::string marks;
        for (const std::string& item : listed_texts(list)) {
            if (item == "drop" || item == "bound") {
                policy = item;
            } else {
                marks += (marks.empty() ? "\"" : ",\"") + item + '"';
            }
        }
        list = marks.empty() ? " " : marks;
        return std::string();
    };
    app.get_option("--missing")
        ->transform(CLI::Validator(split_off, "", "missing policy"))
        ->description(
            "cases with a missing cell: drop (with a note; the default), or bound: drop them, and beside it show what "
            "comes of all missing cells at their lowest and at their highest value; other items, comma-separated, "
            "are texts that mean missing: bound,..,-9");
}

std::vector<Problem> reading_problems(Session& session) {
    std::vector<Problem> problems;
    if (session.inputs.empty() || session.reading_told) return problems;
    session.reading_told = true;
    const ReadOptions& reading = session.reading;
    const ReadingMatches& matches = session.reading_matches;
    const std::vector<std::string> columns = known_columns(session);
    const std::size_t header = session.inputs.size() == 1 ? 1 : 0;  // the line that names columns
    for (std::size_t i = 0; i < reading.rename.size(); ++i) {
        if (met(matches.rename, i) > 0) continue;
        const auto& [ours, theirs] = reading.rename[i];
        problems.push_back({files_text(session), header, 0,
                            "--rename " + ours + "=" + theirs + ": there is no column '" + theirs + "'",
                            name_hint(theirs, columns)});
    }
    for (std::size_t i = 0; i < reading.recode.size(); ++i) {
        const ReadOptions::Recode& one = reading.recode[i];
        const std::string what = "--recode " + one.column + (one.column.empty() ? "" : ":") + one.from + "=" + one.to;
        if (met(matches.recode_columns, i) == 0) {
            problems.push_back({files_text(session), header, 0, what + ": there is no column '" + one.column + "'",
                                name_hint(one.column, columns)});
        } else if (met(matches.recode, i) == 0) {
            warn(session, what + ": '" + one.from + "' is in no cell");
        }
    }
    for (std::size_t i = 0; i < reading.missing.size(); ++i) {
        if (met(matches.missing, i) == 0)
            warn(session, "--missing: '" + reading.missing[i] + "' is in no cell of " + files_text(session));
    }
    return problems;
}

}  // namespace tarazy

#include "analyses/write_study/recognise/recognise.hpp"

#include "base/text_lists.hpp"
#include "cli/data/commands.hpp"
#include "table/table_rows.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

using nlohmann::ordered_json;

struct RecogniseWords {
    std::vector<std::string> files;
    bool head = false;
};

std::string name_of(const Recognised& one) {
    if (one.layout != nullptr) return one.layout->name;
    if (!one.role.empty()) return "a table that a study reads as " + one.role;
    return "not known";
}

std::string verified_words(const std::string& verified_by) {
    if (verified_by == "file") return "the columns were checked on a file as published";
    if (verified_by == "code") return "the columns were checked against published code that reads such files";
    return "the columns are from memory: they could not be checked";
}

std::vector<std::string> state_names_of(const Recognised& one) {
    std::vector<std::string> states;
    for (const auto& [state, count] : one.coverage.states) states.push_back(state);
    return states;
}

std::string indented(const std::string& label, const std::string& text) {
    constexpr std::size_t width = 10;
    return "  " + label + std::string(label.size() < width ? width - label.size() : 1, ' ') + text + '\n';
}

std::string coverage_words(const Recognised& one) {
    const DataCoverage& coverage = one.coverage;
    std::string text = std::to_string(coverage.rows) + (coverage.rows == 1 ? " row" : " rows");
    if (!coverage.states.empty()) text += ", " + std::to_string(coverage.states.size()) + " states";
    if (!coverage.not_states.empty())
        text += " and " + std::to_string(coverage.not_states.size()) + " names that are none (" +
                first_few(coverage.not_states, 3) + ")";
    if (coverage.years)
        text += ", " + std::to_string(coverage.years->first) + "–" + std::to_string(coverage.years->second);
    return text + (one.whole ? "" : "; of the first rows only");
}

std::string columns_words(const Recognised& one) {
    constexpr std::size_t shown = 30;
    std::string text;
    for (std::size_t k = 0; k < std::min(one.columns.size(), shown); ++k) {
        const ColumnLook& column = one.columns[k];
        text += "    " + column.name + ": " + column.type +
                (column.looks.empty() ? "" : ", looks like " + column.looks) +
                (column.example.empty() ? "" : " (" + column.example + ")") + '\n';
    }
    if (one.columns.size() > shown) text += "    and " + std::to_string(one.columns.size() - shown) + " more\n";
    return text;
}

std::string report_of(const Recognised& one) {
    std::string text = one.path + ": " + name_of(one) + '\n';
    if (one.layout != nullptr) text += indented("a row is", one.layout->unit);
    if (!one.version.empty()) text += indented("version", one.version);
    if (one.coverage.rows > 0) text += indented("holds", coverage_words(one));
    if (!one.role.empty()) text += indented("a study", "reads it as " + one.role + ": tarazy study new --data FILE");
    if (one.layout != nullptr && one.layout->shape) text += indented("shape", described_shape(*one.layout));
    for (const std::string& sentence : one.assumed) text += indented("assumed", sentence);
    if (one.layout != nullptr) text += indented("checked", verified_words(one.layout->verified_by));
    if (!one.fault.empty()) text += indented("fault", one.fault);
    for (const AdvisedCommands& advice : one.advice) {
        text += "  " + advice.purpose + ":\n";
        for (const auto& line : advice.lines) text += "    " + shell_line(line) + '\n';
    }
    if (one.layout == nullptr && one.role.empty() && !one.columns.empty())
        text += "  its columns:\n" + columns_words(one);
    for (const std::string& sentence : one.needed) text += indented("nearest", sentence);
    return text;
}

Table table_of_recognised(const std::vector<Recognised>& all) {
    TableRows rows(TextColumn{"file"}, TextColumn{"layout"}, TextColumn{"name"}, TextColumn{"version"},
                   IntegerColumn{"rows"}, IntegerColumn{"states"}, IntegerColumn{"first_year"},
                   IntegerColumn{"last_year"}, IntegerColumn{"whole"}, TextColumn{"role"}, TextColumn{"verified_by"},
                   TextColumn{"commands"}, ListColumn{"assumed"}, TextColumn{"fault"});
    for (const Recognised& one : all) {
        std::optional<int> first, last;
        if (one.coverage.years) {
            first = one.coverage.years->first;
            last = one.coverage.years->second;
        }
        std::string commands;
        if (!one.advice.empty())
            commands = joined(one.advice.front().lines, " && ", [](const auto& line) { return shell_line(line); });
        rows.add(one.path, one.layout == nullptr ? "" : one.layout->id, name_of(one), one.version, one.coverage.rows,
                 one.coverage.states.size(), first, last, one.whole, one.role,
                 one.layout == nullptr ? "" : one.layout->verified_by, commands, one.assumed, one.fault);
    }
    return rows.table();
}

ordered_json recognised_json(const Recognised& one) {
    const auto text_or_null = [](const std::string& text) {
        return text.empty() ? ordered_json() : ordered_json(text);
    };
    ordered_json columns = ordered_json::array(), advice = ordered_json::array();
    for (const ColumnLook& column : one.columns)
        columns.push_back({{"column", column.name},
                           {"type", column.type},
                           {"looks", text_or_null(column.looks)},
                           {"example", text_or_null(column.example)}});
    for (const AdvisedCommands& commands : one.advice) {
        ordered_json typed = ordered_json::array();
        for (const auto& line : commands.lines) typed.push_back(shell_line(line));
        advice.push_back({{"purpose", commands.purpose}, {"lines", commands.lines}, {"shell", typed}});
    }
    ordered_json years;
    if (one.coverage.years) years = {one.coverage.years->first, one.coverage.years->second};
    const DataLayout* layout = one.layout;
    return {{"file", one.path},
            {"layout", layout == nullptr ? ordered_json() : ordered_json(layout->id)},
            {"name", name_of(one)},
            {"unit", layout == nullptr ? ordered_json() : ordered_json(layout->unit)},
            {"version", text_or_null(one.version)},
            {"rows", one.coverage.rows},
            {"years", years},
            {"states", state_names_of(one)},
            {"not_states", one.coverage.not_states},
            {"whole", one.whole},
            {"role", text_or_null(one.role)},
            {"shape", layout == nullptr ? ordered_json() : text_or_null(described_shape(*layout))},
            {"verified_by", layout == nullptr ? ordered_json() : ordered_json(layout->verified_by)},
            {"assumed", one.assumed},
            {"commands", advice},
            {"columns", columns},
            {"needed", one.needed},
            {"fault", text_or_null(one.fault)}};
}

void recognise_files(Session& session, const RecogniseWords& words) {
    RecogniseOptions options{session.reading, words.head};
    options.reading.matches = nullptr;
    options.reading.work = session.work;
    std::vector<Recognised> all;
    for (const std::string& file : words.files) {
        if (session.given != nullptr && session.given->contains(file)) {
            all.push_back(recognised_table(session.given->at(file), file));
            continue;
        }
        for (Recognised& one : recognise(file, options)) all.push_back(std::move(one));
    }
    for (const Recognised& one : all) session.inputs.push_back({one.path, one.sha256, one.coverage.rows});
    session.reading_told = true;
    if (session.format == "table") {
        print_text(session, joined(all, "\n", report_of));
        return;
    }
    ordered_json result = ordered_json::array();
    for (const Recognised& one : all) result.push_back(recognised_json(one));
    const Table table = table_of_recognised(all);
    print_json(session, result.dump(), &table);
}

}  // namespace

void add_data_recognise(CLI::App& noun, Session& session) {
    auto words = std::make_shared<RecogniseWords>();
    CLI::App& app = add_command(
        noun, "recognise",
        "What a file is: votes of the United Nations, alliances, trade, capabilities, regimes, conflicts, arms, event "
        "data, ..\nas their makers publish them; its version, the states and years it covers, and commands that read "
        "it, ready to be\ncopied. Of a file that is not known, what its columns look like and what it would need.",
        {{"tarazy data recognise src/analyses/write_study/recognise/testdata/wdi.csv --format table",
          "a file of the World Bank"},
         {"tarazy data recognise src/analyses/write_study/recognise/testdata --format csv",
          "every file of a folder, a row each"}},
        session, [&session, words] { recognise_files(session, *words); });
    app.add_option("files", words->files, "files, or folders of files")->required();
    app.add_flag("--head", words->head,
                 "look at the first rows only: quick, without rows and coverage of the whole file");
}

}  // namespace tarazy

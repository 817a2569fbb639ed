#include "analyses/write_study/study_text.hpp"

#include "analyses/write_study/toml_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>

namespace tarazy {
namespace {

std::string states_comment(const std::vector<std::string>& states) {
    return joined(states, ", ", [](const std::string& state) { return state_names(state).en; });
}

std::string section_rule(const std::string& name) {
    constexpr std::size_t width = 120;
    const std::size_t dashes = width > name.size() + 3 ? width - name.size() - 3 : 3;
    return "\n# " + std::string(dashes, '-') + ' ' + name + "\n\n";
}

std::string study_section(const StudyOrder& order) {
    std::string text =
        "# A study: what it reads, what it computes, and which results would speak for or against each "
        "proposition.\n"
        "# Written by 'tarazy study new', to be worked on: what is marked PLACEHOLDER is for you to "
        "replace.\n"
        "# Check it with 'tarazy study check', run it with 'tarazy study run'. Every key: "
        "docs/study-file.md.\n\n[study]\n";
    text += "id = " + toml_quoted(order.id) + "                      # letters, digits, - and _\n";
    text += "title = " + toml_languages(title_of(order)) + '\n';
    text += "focus = " + toml_quoted(order.focus) + "                       # " + state_names(order.focus).en + '\n';
    text += "years = [" + std::to_string(order.years.first) + ", " + std::to_string(order.years.last) + "]\n";
    text += "comparison = " + toml_list(order.comparison) + "   # " +
            (order.comparison.empty() ? std::string("states to compare with: a test that they all pass tells nothing")
                                      : states_comment(order.comparison)) +
            '\n';
    return text + "seed = " + std::to_string(order.seed) +
           "                            # of all random numbers: same seed, same bytes\n\n";
}

std::string pole_sections(const StudyOrder& order) {
    std::string text = "# The powers between which the state keeps its balance. A pole may have several members.\n";
    for (const Pole& pole : order.poles) {
        text += "[[pole]]\nid = " + toml_quoted(pole.id) + '\n';
        text += "name = " + toml_languages(pole.name) +
                (is_named_by_id(pole) ? "   # PLACEHOLDER: what readers call it" : "") + '\n';
        text += "members = " + toml_list(pole.members) + "   # " + states_comment(pole.members) + "\n\n";
    }
    return text;
}

std::string source_key(const GivenData& data) {
    return data.files.front().path.empty() && !data.files.front().bytes.empty() ? "cow_states" : "of_" + data.key;
}

std::string source_section(const GivenData& data) {
    const std::string begin = "[source." + source_key(data) + "]\n";
    if (source_key(data) == "cow_states") {
        return begin +
               "author = \"Correlates of War Project\"\nyear = \"2017\"\n"
               "title = \"State System Membership List, v2016, as the program lists it\"\n"
               "url = \"https://correlatesofwar.org/data-sets/state-system-membership/\"\n\n";
    }
    const std::string names = joined(data.files, ", ", [](const GivenFile& file) {
        return file.written.substr(file.written.find_last_of('/') + 1);
    });
    return begin +
           "# PLACEHOLDER: who made these data. The report lists author, year, title, publisher, url, coverage and "
           "licence.\ntitle = " +
           toml_quoted(names) + "\n\n";
}

std::string file_lines(const GivenData& data, const NamesInStudy& names) {
    std::vector<std::string> files;
    for (const GivenFile& file : data.files) files.push_back(names.at(file.written));
    std::string text;
    for (const GivenFile& file : data.files) {
        text += "# " + one_line(names.at(file.written)) + ": ";
        if (file.rows > 0) text += std::to_string(file.rows) + " rows, ";
        text += "SHA-256 " + file.sha256 + '\n';
    }
    return text + "file = " + (files.size() == 1 ? toml_quoted(files.front()) : toml_list(files)) + '\n';
}

std::string data_section(const GivenData& data, const NamesInStudy& names) {
    std::string text = "[data." + data.key + "]\n";
    if (!data.result.empty()) {
        text += "result = " + toml_quoted(data.result) + "   # the result of that analysis, read by another\n";
        if (!data.result_table.empty()) text += "table = " + toml_quoted(data.result_table) + '\n';
        return text + "role = " + toml_quoted(data.role) + "\n\n";
    }
    text += file_lines(data, names) + "role = " + toml_quoted(data.role);
    if (!data.known_by.empty()) text += "   # known by the columns " + one_line(joined(data.known_by, ", "));
    text += '\n';
    if (!data.columns.empty()) {
        text +=
            "columns = { " +
            joined(data.columns, ", ", [](const auto& one) { return one.first + " = " + toml_quoted(one.second); }) +
            " }   # our name = name in the file\n";
    }
    if (!data.missing.empty()) text += "missing = " + toml_list(data.missing) + "   # cells that are missing\n";
    return text + "source = " + toml_quoted(source_key(data)) + "\n\n";
}

std::string analysis_section(const StartedAnalysis& analysis) {
    std::string text = "[[analysis]]\nid = " + toml_quoted(analysis.id) + "\nmethod = " + toml_quoted(analysis.method) +
                       "\ntitle = " + toml_languages(analysis.title) + "\ndata = " + toml_list(analysis.data) + '\n';
    if (!analysis.parameters.empty()) text += "[analysis.parameters]\n";
    for (const std::string& line : analysis.parameters) text += one_line(line) + '\n';
    return text + '\n';
}

std::string left_out_comments(const StudyDraft& draft) {
    if (draft.left_out.empty()) return "";
    std::string text = "# Methods that were asked for and are not here, and what each would need:\n";
    for (const LeftOut& one : draft.left_out) text += "#   " + one.method + ": " + one_line(one.why) + '\n';
    return text;
}

/// Code in a cell of a table of Markdown.
std::string cell_code(const std::string& text) {
    std::string cell;
    for (const char letter : one_line(text)) {
        if (letter == '|') cell += '\\';
        cell += letter;
    }
    const std::string fence = cell.find('`') == std::string::npos ? "`" : "`` ";
    return fence + cell + (fence == "`" ? "`" : " ``");
}

/// A fence that the text does not hold.
std::string fence_around(const std::string& text) {
    std::string fence = "```";
    while (text.find(fence) != std::string::npos) fence += '`';
    return fence;
}

/// Readers of the report must see that the proposition is nobody's.
LocalText marked(const LocalText& text) {
    return {"(Placeholder) " + text.en, "(Үлгі, ауыстырылсын) " + text.kk, "(Образец, подлежит замене) " + text.ru};
}

std::string proposition_section(const ExampleProposition& example) {
    std::string text =
        "# PLACEHOLDER: an example. Put your own proposition in its place, and your own threshold.\n"
        "[[proposition]]\nid = " +
        toml_quoted(example.id) +
        "\ntheory = \"none\"                     # realism, institutionalism, constructivism or none\n"
        "text = " +
        toml_languages(marked(example.text)) + "\nwould_change = " + toml_languages(example.would_change) + '\n';
    for (const ExampleTest& test : example.tests) {
        text += "[[proposition.test]]\nanalysis = " + toml_quoted(test.analysis) +
                "\nquantity = " + toml_quoted(test.quantity) + "\ncomparison = " + toml_quoted(test.comparison) +
                "\nweight = 1\nopposite_means = " + toml_languages(test.opposite_means) + '\n';
    }
    return text + '\n';
}

}  // namespace

LocalText title_of(const StudyOrder& order) {
    if (!order.title.en.empty()) return order.title;
    const LocalText state = state_names(order.focus);
    LocalText poles;
    for (const Pole& pole : order.poles) {
        add_item(poles.en, pole.name.en);
        add_item(poles.kk, pole.name.kk);
        add_item(poles.ru, pole.name.ru);
    }
    const std::string years = std::to_string(order.years.first) + "–" + std::to_string(order.years.last);
    const auto title = [&](const std::string& name, const std::string& among) {
        return name + (among.empty() ? "" : " — " + among) + ", " + years;
    };
    return {title(state.en, poles.en), title(state.kk, poles.kk), title(state.ru, poles.ru)};
}

std::string study_text(const StudyOrder& order, const StudyDraft& draft,
                       const std::vector<ExampleProposition>& examples, const NamesInStudy& names) {
    std::string text = study_section(order) + pole_sections(order);
    text += section_rule("data") + "# Where data come from. Every [data.<key>] below names one or more of these.\n";
    for (const GivenData& data : draft.data)
        if (data.result.empty()) text += source_section(data);
    for (const GivenData& data : draft.data) text += data_section(data, names);
    text += section_rule("analyses") +
            "# What is computed. The id names the results and begins the ids of all numbers found.\n";
    for (const StartedAnalysis& analysis : draft.analyses) text += analysis_section(analysis);
    text += left_out_comments(draft);
    text +=
        section_rule("propositions") +
        "# What is to be judged. Declare each test, with its threshold, BEFORE you look at the results; of one that "
        "you write\n# after having seen them, say so with data_seen = true. Which numbers can be tested: "
        "docs/study-file.md.\n";
    for (const ExampleProposition& example : examples) text += proposition_section(example);
    return text;
}

std::string readme_text(const StudyOrder& order, const StudyDraft& draft, const NamesInStudy& names) {
    std::string text = "# " + one_line(title_of(order).en) + "\n\n";
    const std::string fence = fence_around(order.command);
    text += "Written by\n\n" + fence + '\n' + order.command + '\n' + fence + "\n\n";
    text +=
        "`tarazy study check` tells what is wrong with `study.toml`, `tarazy study run` computes the study and "
        "writes `output/report.html`.\n\n";
    text +=
        "## Before anything is cited\n\n"
        "- Replace what is marked PLACEHOLDER in `study.toml`: the propositions are examples and the sources of the "
        "data are not named yet.\n"
        "- Declare your tests before you look at results, and write here what you knew when you wrote them.\n";
    for (const std::string& sentence : draft.told) text += "- " + one_line(sentence) + ".\n";
    text += "\n## Data\n\n| file | given as | kind | rows | SHA-256 |\n|---|---|---|---|---|\n";
    for (const GivenData& data : draft.data) {
        for (const GivenFile& file : data.files) {
            text += "| " + cell_code(names.at(file.written)) + " | " +
                    (file.path.empty() ? std::string("the program's list of states") : cell_code(file.written)) +
                    " | " + data.role + " | " + (file.rows > 0 ? std::to_string(file.rows) : "") + " | `" +
                    file.sha256 + "` |\n";
        }
    }
    text += "\n## Analyses\n\n";
    for (const StartedAnalysis& analysis : draft.analyses)
        text += "- `" + analysis.id + "`: `" + analysis.method + "` on " + joined(analysis.data, ", ") + "\n";
    if (!draft.left_out.empty()) text += "\nAsked for and not here:\n\n";
    for (const LeftOut& one : draft.left_out) text += "- `" + one.method + "`: " + one_line(one.why) + "\n";
    return text;
}

}  // namespace tarazy

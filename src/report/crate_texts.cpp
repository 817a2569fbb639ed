#include "report/crate_texts.hpp"

#include "base/text_lists.hpp"
#include "report/figure_origin.hpp"
#include "table/list_cells.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

/// Where the file of an input must lie when the study runs in the crate.
std::string place_for(const CrateInput& input) {
    const std::string& path = input.record.path;
    const bool elsewhere = !variable_of(path).empty() || path.starts_with('/');
    return elsewhere ? path : std::string(crate_study) + path;
}

std::string sources_in_words(const CrateContent& content, const CrateInput& input) {
    std::string text;
    for (const std::string& key : list_items(input.record.source)) {
        const auto source = std::ranges::find(content.result.sources, key, &Source::key);
        if (source == content.result.sources.end()) continue;
        add_item(text, full_citation(*source) + (source->url.empty() ? "" : " " + source->url), "; ");
    }
    std::ranges::replace(text, '\n', ' ');
    return text;
}

}  // namespace

std::string rerun_text(const CrateContent& content) {
    std::string text =
        "#!/bin/sh\n"
        "# Computes the study again and compares every number with those in output/. Exit status 0: all are the same;\n"
        "# 1: some differ, and they are listed; 3: an input is not there or is another one.\n"
        "# The program: tarazy " +
        content.manifest.run.version +
        ", found on PATH or named by TARAZY.\nset -eu\ncd -- \"$(dirname -- "
        "\"$0\")\"\ntarazy=${TARAZY:-tarazy}\nlacking=0\n"
        "need() { # need PATH SHA256 FROM-WHERE\n"
        "    if [ ! -f \"$1\" ]; then\n"
        "        echo \"not there: $1 (SHA-256 $2). $3\" >&2\n"
        "        lacking=1\n"
        "    elif ! echo \"$2  $1\" | sha256sum --check --status; then\n"
        "        echo \"not the file that the run read: $1 (SHA-256 should be $2)\" >&2\n"
        "        lacking=1\n"
        "    fi\n"
        "}\n";
    std::set<std::string> variables;
    for (const CrateInput& input : content.inputs) {
        const std::string variable = variable_of(input.record.path);
        if (!variable.empty()) variables.insert(variable);
    }
    for (const std::string& variable : variables)
        text += ": \"${" + variable + ":=/set/" + variable + "/to/the/folder/of/the/raw/files}\"\nexport " + variable +
                '\n';
    for (const CrateInput& input : content.inputs) {
        const std::string where = input.place.empty() ? "It is not in this crate: " + input.why_not +
                                                            ". From: " + sources_in_words(content, input)
                                                      : "It belongs to this crate.";
        text += "need " + shell_path(place_for(input)) + ' ' + input.record.sha256 + ' ' + shell_text(where) + '\n';
    }
    const std::string study = std::string(crate_study) + content.study_file;
    text += "[ \"$lacking\" -eq 0 ] || exit 3\nexec \"$tarazy\" study verify output --study " + shell_text(study) +
            " \"$@\"\n";
    return text;
}

std::string crate_readme_text(const CrateContent& content) {
    const StudyResult& result = content.result;
    std::string text = "# " + (result.title.en.empty() ? result.id : result.title.en) + "\n\n";
    text += "A run of the study `" + result.id + "` by tarazy " + content.manifest.run.version +
            ", with what it read and wrote, described by `ro-crate-metadata.json` "
            "([RO-Crate 1.1](https://w3id.org/ro/crate/1.1), [Process Run Crate "
            "0.5](https://w3id.org/ro/wfrun/process/0.5)).\n\n"
            "| file | what it is |\n|---|---|\n"
            "| `output/report.html` | the report: open it in a browser |\n"
            "| `output/results/` | every table of the run |\n"
            "| `output/ledger.sqlite` | every number with formula, inputs and command |\n"
            "| `study/` | the study file and the data that are passed on |\n"
            "| `data-dictionary.csv` | what each column of each table means |\n"
            "| `annotations.csv` | what is claimed, on which places in which sources |\n"
            "| `references.json`, `references.bib` | all sources, as CSL-JSON and BibTeX |\n"
            "| `rerun.sh` | computes everything again and compares |\n\n";
    text += "The command of the run was `" + content.manifest.run.command + "`.\n";
    const auto absent = [](const CrateInput& input) { return input.place.empty(); };
    if (std::ranges::none_of(content.inputs, absent)) return text + "\nAll inputs are in the crate.\n";
    text += "\nThese inputs are described and not passed on:\n\n";
    for (const CrateInput& input : content.inputs) {
        if (!absent(input)) continue;
        text += "- `" + input.record.path + "`, SHA-256 `" + input.record.sha256 + "`: " + input.why_not + ". " +
                sources_in_words(content, input) + '\n';
    }
    return text;
}

}  // namespace tarazy

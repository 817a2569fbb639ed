#include "study/data_reading.hpp"

#include "io/reading_changes.hpp"

namespace tarazy {
namespace {

/// Runs a reader of option texts; what it refuses is a problem of the study file.
template <typename Reader>
void take(const PlacedText& text, StudyProblems& problems, const std::string& section, Reader reader) {
    if (text.text.empty()) return;
    try {
        reader(text.text);
    } catch (const UsageError& error) {
        std::string what = error.what();
        if (what.starts_with("--")) what.erase(0, 2);  // the option has the name of the key
        problems.problem(text.place, section + ": " + what, "mend the value");
    }
}

}  // namespace

ReadOptions read_reading(StudySection& section, StudyProblems& problems) {
    ReadOptions options;
    const std::string& name = section.name();
    options.sheet = section.text("sheet", false).text;
    options.encoding = section.text("encoding", false).text;
    if (const auto row = section.integer("header_row")) {
        if (*row < 1) {
            problems.problem(section.place(), name + ": header_row is " + std::to_string(*row),
                             "give the line that names the columns, from 1");
        } else {
            options.header_row = static_cast<std::size_t>(*row);
        }
    }
    take(section.text("delimiter", false), problems, name,
         [&](const std::string& text) { options.delimiter = delimiter_named(text); });
    take(section.text("decimal", false), problems, name,
         [&](const std::string& text) { options.decimal = decimal_named(text); });
    for (const PlacedText& mark : section.texts("missing", false)) options.missing.push_back(mark.text);
    for (const PlacedText& each : section.texts("recode", false)) {
        take(each, problems, name, [&](const std::string& text) {
            for (ReadOptions::Recode& one : recodes_of(text)) options.recode.push_back(std::move(one));
        });
    }
    return options;
}

std::string reading_text(const ReadOptions& options) {
    std::string text = options.sheet + '\n' + std::to_string(options.header_row) + '\n' + options.encoding + '\n';
    text += std::to_string(static_cast<int>(options.delimiter)) + ' ' +
            std::to_string(static_cast<int>(options.decimal)) + '\n';
    for (const std::string& mark : options.missing) text += mark + '\n';
    for (const ReadOptions::Recode& one : options.recode) text += one.column + ':' + one.from + '=' + one.to + '\n';
    return text;
}

}  // namespace tarazy

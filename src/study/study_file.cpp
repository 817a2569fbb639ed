#include "study/study_file.hpp"

#include "base/nearest_name.hpp"
#include "base/sha256.hpp"
#include "io/atomic_file.hpp"
#include "study/check_study.hpp"
#include "study/check_tests.hpp"
#include "study/data_reading.hpp"
#include "study/study_choices.hpp"
#include "study/study_section.hpp"
#include "study/theory_scores.hpp"
#include "table/state_reference.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

/// A study file is written by hand; one larger than this is something else.
constexpr std::size_t largest_study_file = 4'000'000;

/// States are written as codes or names and followed by their ISO codes from here on. What is none stays as it is, for
/// the check to report.
PlacedText as_iso3(PlacedText state) {
    if (auto iso3 = iso3_meant(state.text)) state.text = *std::move(iso3);
    return state;
}

class Reader {
public:
    Reader(const TomlValue& root, StudyProblems& problems)
        : written_(root), root_(root, "the study file", problems), problems_(problems) {}

    void read(StudyFile& study) {
        if (const TomlEntry* entry = root_.entry("study", false); entry == nullptr) {
            problems_.problem({1, 1}, "the study file has no [study]", "add it with id, title, focus and years");
        } else if (entry->value.kind != TomlKind::table) {
            problems_.problem(entry->place, "'study' is " + std::string(to_string(entry->value.kind)) + ", not a table",
                              "write [study] and its keys below");
        } else {
            read_study(study, entry->value);
        }
        for (const TomlValue* pole : root_.tables("pole")) study.poles.push_back(read_pole(*pole));
        for (const TomlEntry* source : root_.named_tables("source")) study.sources.push_back(read_source(*source));
        if (const TomlEntry* words = root_.entry("word", false)) read_words(study, *words);
        for (const TomlEntry* data : root_.named_tables("data")) study.data.push_back(read_data(*data));
        for (const TomlValue* analysis : root_.tables("analysis")) study.analyses.push_back(read_analysis(*analysis));
        for (const TomlValue* proposition : root_.tables("proposition"))
            study.propositions.push_back(read_proposition(*proposition));
        study.choices = read_choices(written_, root_, problems_);
        root_.finish();
    }

private:
    void read_study(StudyFile& study, const TomlValue& table) {
        StudySection section(table, "[study]", problems_);
        study.id = section.text("id");
        study.title = section.local_text("title");
        study.focus = as_iso3(section.text("focus", false));  // what cannot do without one says so (check_study)
        read_years(study, section);
        for (PlacedText& state : section.texts("comparison", false))
            study.comparison.push_back(as_iso3(std::move(state)));
        if (const TomlEntry* seed = section.entry("seed", false)) {
            if (seed->value.kind != TomlKind::integer || seed->value.integer < 0) {
                problems_.problem(seed->value.place, "'seed' in [study] is not a whole number from 0",
                                  "give for example seed = 1991");
            } else {
                study.seed = static_cast<std::uint64_t>(seed->value.integer);
            }
        }
        section.finish();
    }

    void read_years(StudyFile& study, StudySection& section) {
        const TomlEntry* years = section.entry("years", true);
        if (years == nullptr) return;
        study.years_place = years->value.place;
        const auto& items = years->value.items;
        const auto is_year = [](const TomlValue& item) {
            return item.kind == TomlKind::integer && item.integer > -9999 && item.integer < 9999;
        };
        if (items.size() != 2 || !is_year(items[0]) || !is_year(items[1])) {
            problems_.problem(years->value.place, "'years' in [study] is not a list of two years",
                              "give first and last year: years = [1992, 2025]");
            return;
        }
        study.first_year = static_cast<int>(items[0].integer);
        study.last_year = static_cast<int>(items[1].integer);
    }

    StudyPole read_pole(const TomlValue& table) {
        StudySection section(table, "[[pole]]", problems_);
        StudyPole pole;
        pole.id = section.text("id");
        pole.name = section.local_text("name");
        for (PlacedText& member : section.texts("members")) pole.members.push_back(as_iso3(std::move(member)));
        section.finish();
        return pole;
    }

    StudySource read_source(const TomlEntry& entry) {
        StudySection section(entry.value, "[source." + entry.key + "]", problems_);
        Source source;
        source.key = entry.key;
        source.author = section.words("author");
        source.year = section.words("year");
        source.title = section.text("title").text;
        source.publisher = section.words("publisher");
        source.url = section.words("url");
        source.coverage = section.local_words("coverage");
        source.licence = section.words("licence");
        section.finish();
        return {entry.place, source};
    }

    void read_words(StudyFile& study, const TomlEntry& entry) {
        if (entry.value.kind != TomlKind::table) {
            problems_.problem(entry.place, "'word' is " + std::string(to_string(entry.value.kind)) + ", not a table",
                              "write [word] and below it CODE = { en = \"...\", kk = \"...\", ru = \"...\" }");
            return;
        }
        StudySection section(entry.value, "[word]", problems_);
        for (const TomlEntry& word : entry.value.entries) study.words[word.key] = section.local_text(word.key);
        section.finish();
    }

    StudyData read_data(const TomlEntry& entry) {
        StudySection section(entry.value, "[data." + entry.key + "]", problems_);
        StudyData data;
        data.key = {entry.key, entry.place};
        data.role = section.text("role");
        data.result = section.text("result", false);
        data.table = section.words("table");
        data.files = section.texts("file", data.result.text.empty());
        if (!data.result.text.empty() && !(data.files.empty() && section.text("fallback", false).text.empty()))
            problems_.problem(data.result.place, "[data." + entry.key + "] has both 'result' and a file",
                              "data are either files or the result of another analysis; remove one");
        for (const PlacedText& file : data.files) {
            if (file.text.empty())
                problems_.problem(file.place, "'file' of [data." + entry.key + "] is empty", "name the file");
        }
        data.fallback = section.text("fallback", false);
        data.sources = section.texts("source", false);
        std::vector<std::string> named;
        std::erase_if(data.sources, [&](const PlacedText& source) {
            if (std::ranges::find(named, source.text) == named.end()) {
                named.push_back(source.text);
                return false;
            }
            problems_.warning(source.place, "the source '" + source.text + "' is named twice", "remove one");
            return true;
        });
        for (const TomlEntry& column : section.entries("columns")) {
            if (column.value.kind == TomlKind::text && !column.value.text.empty()) {
                data.columns.emplace_back(column.key, PlacedText{column.value.text, column.value.place});
            } else {
                problems_.problem(column.value.place,
                                  "'" + column.key + "' of 'columns' in [data." + entry.key + "] is " +
                                      std::string(to_string(column.value.kind)),
                                  "give the column's name in the file as a text");
            }
        }
        data.note = section.local_text("note", false);
        data.reading = read_reading(section, problems_);
        section.finish();
        return data;
    }

    StudyAnalysis read_analysis(const TomlValue& table) {
        const std::string id = id_of(table);
        StudySection section(table, "[[analysis]]" + id, problems_);
        StudyAnalysis analysis;
        analysis.id = section.text("id");
        analysis.method = section.text("method");
        analysis.title = section.local_text("title");
        analysis.data = section.texts("data");
        const auto parameters = section.entries("parameters");
        analysis.parameters.assign(parameters.begin(), parameters.end());
        analysis.limits = section.local_texts("limits");
        section.finish();
        return analysis;
    }

    StudyProposition read_proposition(const TomlValue& table) {
        const std::string id = id_of(table);
        StudySection section(table, "[[proposition]]" + id, problems_);
        StudyProposition proposition;
        proposition.id = section.text("id");
        proposition.theory = section.text("theory", false);
        if (proposition.theory.text.empty()) proposition.theory.text = "none";
        proposition.text = section.local_text("text");
        proposition.would_change = section.local_text("would_change", false);
        proposition.methods = section.texts("methods", false);
        for (const auto& [key, part] : {std::pair{"test", TestPart::plain}, std::pair{"if", TestPart::premise},
                                        std::pair{"then", TestPart::consequence}}) {
            for (const TomlValue* test : section.tables(key))
                proposition.tests.push_back(read_test(*test, "[[proposition." + std::string(key) + "]]" + id, part));
        }
        proposition.topic = section.text("topic", false);
        read_expectations(proposition, section);
        section.finish();
        return proposition;
    }

    /// A proposition that states a theory is expected to hold by it; `expects` says so of others.
    void read_expectations(StudyProposition& proposition, StudySection& section) {
        const std::string& own = proposition.theory.text;
        if (own != "none") proposition.expects.push_back({own, Expectation::holds});
        for (const TomlEntry& entry : section.entries("expects")) {
            const bool holds = entry.value.kind == TomlKind::text && entry.value.text == "holds";
            if (!holds && !(entry.value.kind == TomlKind::text && entry.value.text == "fails")) {
                problems_.problem(entry.value.place,
                                  "'" + entry.key + "' of 'expects' in " + section.name() + " is neither of two words",
                                  "write \"holds\" or \"fails\", or leave the theory out if it says nothing of this");
            } else if (std::ranges::find(known_theories(), entry.key) == known_theories().end()) {
                problems_.problem(entry.place, "unknown theory '" + entry.key + "'",
                                  name_hint(entry.key, known_theories()));
            } else if (entry.key != own) {
                proposition.expects.push_back({entry.key, holds ? Expectation::holds : Expectation::fails});
            } else if (!holds) {
                problems_.problem(entry.value.place,
                                  "the theory '" + own + "' of " + section.name() + " expects it to fail",
                                  "give the proposition to a theory that states it, or write theory = \"none\"");
            }
        }
        proposition.expects_seen = section.boolean("expects_seen").value_or(false);
        const TomlEntry* seen = section.entry("expects_seen", false);
        if (seen != nullptr && proposition.expects.empty())
            problems_.warning(seen->place, section.name() + " has 'expects_seen' and no theory expects anything of it",
                              "add expects = { realism = \"holds\" } or the like, or leave 'expects_seen' out");
    }

    DeclaredTest read_test(const TomlValue& table, const std::string& name, TestPart part) {
        StudySection section(table, name, problems_);
        DeclaredTest test;
        test.part = part;
        test.analysis = section.text("analysis");
        test.quantity = section.text("quantity");
        test.criterion_text = section.text("comparison");
        if (!test.criterion_text.text.empty()) read_comparison(test);
        test.weight = section.number("weight").value_or(1);
        if (!(test.weight > 0) || !std::isfinite(test.weight)) {
            problems_.problem(section.entry("weight", true)->value.place, "'weight' of a test is not above 0",
                              "give for example weight = 1");
        }
        test.opposite_means = section.local_text("opposite_means", false);
        if (table.find("opposite_means") == nullptr) {
            problems_.warning(section.place(), section.name() + " does not say what the opposite result would mean",
                              "add opposite_means");
        }
        test.data_seen = section.boolean("data_seen").value_or(false);
        test.absolute_because = section.local_text("absolute_because", false);
        section.finish();
        return test;
    }

    void read_comparison(DeclaredTest& test) {
        try {
            test.criterion = parse_criterion(test.criterion_text.text);
        } catch (const InputError& error) {
            const Problem& inner = error.problems().front();
            // The text begins after its quotation mark.
            const TextPlace at = {test.criterion_text.place.line, test.criterion_text.place.column + inner.column};
            std::string written = test.criterion_text.text;  // a message is one line
            std::ranges::replace(written, '\n', ' ');
            problems_.problem(at, "malformed comparison \"" + written + "\": " + inner.what, inner.remedy);
        }
    }

    /// " 'votes'", so that a message can say which of the list it means.
    static std::string id_of(const TomlValue& table) {
        const TomlEntry* id = table.find("id");
        return id != nullptr && id->value.kind == TomlKind::text ? " '" + id->value.text + "'" : "";
    }

    const TomlValue& written_;
    StudySection root_;
    StudyProblems& problems_;
};

/// The study with what `root` holds, checked as any study.
void read_values(const TomlValue& root, Methods methods, StudyFile& study, StudyProblems& problems) {
    Reader(root, problems).read(study);
    check_meaning(study, methods, problems);
    if (problems.problems.empty()) check_tests(study, methods, problems);
}

/// A study as empty as its file, of which the name is known.
StudyFile nameless_study(const StudyFile& like) {
    StudyFile study;
    study.path = like.path;
    study.folder = like.folder;
    study.sha256 = like.sha256;
    return study;
}

/// The study under alternatives; what is wrong with it becomes problems that name them.
StudyFile read_under(const StudyFile& study, std::span<const std::size_t> picked, Methods methods, bool look_for_files,
                     StudyProblems& problems) {
    StudyFile changed = nameless_study(study);
    StudyProblems found{study.path, {}, {}};
    read_values(study_with(*study.written, study.choices, picked), methods, changed, found);
    if (look_for_files) check_files(changed, found);
    changed.written = study.written;
    for (Problem& problem : found.problems) {
        problem.what = "with " + picked_text(study.choices, picked) + ": " + problem.what;
        problems.problems.push_back(std::move(problem));
    }
    return changed;
}

/// Each alternative by itself; together they may still disagree, which `study_under` finds.
void check_alternatives(const StudyFile& study, Methods methods, bool look_for_files, StudyProblems& problems) {
    std::vector<std::size_t> picked(study.choices.size(), 0);
    for (std::size_t c = 0; c < study.choices.size(); ++c) {
        for (picked[c] = 1; picked[c] < study.choices[c].alternatives.size(); ++picked[c])
            (void)read_under(study, picked, methods, look_for_files, problems);
        picked[c] = 0;
    }
}

StudyFile read_text(std::string_view text, const std::string& path, Methods methods, bool look_for_files) {
    if (text.size() > largest_study_file) {
        throw InputError(Problem{path, 0, 0, "is larger than a study file may be (4 MB)", "name the study.toml"});
    }
    StudyFile study;
    study.path = path;
    study.folder = fs::path(path).has_parent_path() ? fs::path(path).parent_path().string() : ".";
    study.sha256 = sha256_hex(text);
    StudyProblems problems{path, {}, {}};
    study.written = std::make_shared<const TomlValue>(parse_toml(text, path));
    read_values(*study.written, methods, study, problems);
    if (look_for_files) check_files(study, problems);
    if (problems.problems.empty()) check_alternatives(study, methods, look_for_files, problems);
    problems.throw_if_any();
    study.warnings = std::move(problems.warnings);
    return study;
}

}  // namespace

std::string study_file_path(const std::string& study) {
    std::error_code ignored;
    return fs::is_directory(study, ignored) ? (fs::path(study) / "study.toml").lexically_normal().string() : study;
}

StudyFile read_study_file(const std::string& study, Methods methods) {
    const std::string path = study_file_path(study);
    return read_text(read_file(path), path, methods, true);
}

StudyFile read_study_file_alone(const std::string& study, Methods methods) {
    const std::string path = study_file_path(study);
    return read_text(read_file(path), path, methods, false);
}

StudyFile parse_study_file(std::string_view text, const std::string& path, Methods methods) {
    return read_text(text, path, methods, false);
}

StudyFile study_under(const StudyFile& study, std::span<const std::size_t> picked, Methods methods) {
    StudyProblems problems{study.path, {}, {}};
    StudyFile changed = read_under(study, picked, methods, false, problems);
    problems.throw_if_any();
    return changed;
}

}  // namespace tarazy

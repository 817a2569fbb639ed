#include "analyses/write_study/write_study.hpp"

#include "analyses/write_study/given_data.hpp"
#include "analyses/write_study/started_analyses.hpp"
#include "analyses/write_study/study_text.hpp"
#include "analyses/write_study/toml_text.hpp"
#include "analyses/write_study/written_faults.hpp"
#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/passing_folder.hpp"
#include "base/text_lists.hpp"
#include "io/atomic_file.hpp"
#include "io/text_encoding.hpp"
#include "study/method.hpp"
#include "study/reading_hints.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

void refuse_full_folder(const std::string& folder) {
    std::error_code error;
    if (fs::exists(folder, error) && (!fs::is_directory(folder, error) || !fs::is_empty(folder, error)))
        throw UsageError("'" + folder + "' holds something already; name a new or an empty folder");
}

/// A slip in the option, not in the data.
void refuse_unknown_outcome(const StudyOrder& order, const std::vector<GivenData>& data) {
    const GivenData* cases = given(data, "cases");
    if (order.outcome.empty() || cases == nullptr || cases->table.find(order.outcome)) return;
    std::vector<std::string> names = cases->table.names;
    std::erase(names, "case");
    throw UsageError("--outcome '" + one_line(order.outcome) + "': " + cases->files.front().written +
                     " has no such column; " + name_hint(order.outcome, names));
}

/// The file as the study names it: a copy below data/ whose name is its own, or where it lies.
NamesInStudy names_in_study(const StudyOrder& order, const StudyDraft& draft) {
    NamesInStudy names;
    std::set<std::string> taken;
    for (const GivenData& data : draft.data) {
        for (const GivenFile& file : data.files) {
            if (file.written.starts_with('$')) {
                names[file.written] = file.written;
                continue;
            }
            if (order.refer && !file.path.empty()) {
                names[file.written] = fs::weakly_canonical(file.path).string();
                continue;
            }
            const std::string name = fs::path(file.written).filename().string();
            std::string fresh = name;
            for (int number = 2; !taken.insert(fresh).second; ++number) fresh = std::to_string(number) + "_" + name;
            names[file.written] = "data/" + fresh;
        }
    }
    for (const auto& [written, name] : names) {
        if (!is_utf8_text(name))
            throw UsageError("the name of the file '" + written + "' is not UTF-8; rename it, for the study names it");
    }
    return names;
}

std::string span_text(const Span& span) {
    constexpr int open_end = 2100;
    return span.last >= open_end ? std::to_string(span.first) + " on" : to_string(span);
}

/// What each file was taken for.
void tell_kinds(const std::vector<GivenData>& data, std::vector<std::string>& notes) {
    for (const GivenData& one : data) {
        for (const GivenFile& file : one.files) {
            if (file.path.empty()) {
                notes.push_back(
                    "which states existed when is taken from the program's own list (COW, v2016), for no "
                    "file told it");
                continue;
            }
            std::string sentence = file.written + ": taken for " + one.role;
            if (!one.known_by.empty()) sentence += ", by its columns " + joined(one.known_by, ",");
            if (file.rows > 0) sentence += "; " + std::to_string(file.rows) + (file.rows == 1 ? " row" : " rows");
            if (!one.columns.empty())
                sentence += "; read as " + joined(one.columns, ", ",
                                                  [](const auto& each) { return each.first + " = " + each.second; });
            notes.push_back(sentence);
            for (const std::string& note : file.notes) notes.push_back(file.written + ": " + hint_of_convert(note));
        }
    }
}

std::string files_of(const GivenData& data) {
    return joined(data.files, ", ", [](const GivenFile& file) { return file.written; });
}

/// Years of the study that the data do not have, and states of the order of which they have nothing.
void tell_gaps(const StudyOrder& order, const StudyDraft& draft, std::vector<std::string>& warnings) {
    for (const GivenData& data : draft.data) {
        if (!data.result.empty() || !data.years) continue;
        const auto own = data.years_of_state.find(order.focus);
        const Span known = own == data.years_of_state.end() ? *data.years : own->second;
        if (order.years.first < known.first || order.years.last > known.last) {
            warnings.push_back(files_of(data) + ": " +
                               (own == data.years_of_state.end() ? "its years are " : "knows " + order.focus + " in ") +
                               span_text(known) + "; the other years of " + to_string(order.years) +
                               " have nothing there");
        }
        if (data.role != "votes" && data.role != "ties") continue;
        std::vector<std::string> lacking;
        std::vector<std::string> asked = order.comparison;
        for (const Pole& pole : order.poles) asked.insert(asked.end(), pole.members.begin(), pole.members.end());
        std::ranges::copy_if(asked, std::back_inserter(lacking), [&](const auto& s) { return !data.covers(s); });
        if (!lacking.empty()) warnings.push_back(files_of(data) + ": no row of " + joined(lacking, ", "));
    }
}

void tell_the_rest(const StudyOrder& order, const std::vector<GivenData>& given, const StudyDraft& draft,
                   WrittenStudy& written) {
    written.notes.insert(written.notes.end(), order.told.begin(), order.told.end());
    written.notes.insert(written.notes.end(), draft.told.begin(), draft.told.end());
    for (const std::string& key : draft.unread) {
        const auto data = std::ranges::find(given, key, &GivenData::key);
        written.warnings.push_back(files_of(*data) + ": left out, for no analysis of the study reads it (" +
                                   data->role + ")");
    }
    if (!order.with.empty()) {
        for (const LeftOut& one : draft.left_out) written.warnings.push_back(one.method + " is left out: " + one.why);
    }
    for (const Pole& pole : order.poles) {
        if (is_named_by_id(pole))
            written.warnings.push_back("the pole " + pole.id +
                                       " is named by its id; write in study.toml what readers call it");
    }
}

/// Does the method read data of a role that was given?
bool reads_given(const Method* method, const std::vector<GivenData>& data) {
    if (method == nullptr) return false;
    return std::ranges::any_of(method->reads, [&](const std::vector<DataNeed>& needs) {
        return std::ranges::any_of(needs, [&](const DataNeed& need) { return given(data, need.role) != nullptr; });
    });
}

/// With what each method asked for would need; of all methods, those that read some of the files.
[[noreturn]] void refuse_empty(const StudyOrder& order, const StudyDraft& draft, const std::vector<GivenData>& data,
                               Methods methods) {
    std::vector<Problem> problems;
    const std::string files = joined(data, ", ", files_of);
    problems.push_back({order.with.empty() ? files : "--with " + joined(order.with, ","), 0, 0,
                        order.with.empty() ? "no method can work with these data alone; nothing was written"
                                           : "the data feed none of these methods; nothing was written",
                        ""});
    for (const LeftOut& one : draft.left_out) {
        if (!order.with.empty() || reads_given(find_method(methods, one.method), data))
            problems.push_back({one.method, 0, 0, one.why, ""});
    }
    throw InputError(std::move(problems));
}

void put_files(const fs::path& place, const StudyDraft& draft, const NamesInStudy& names) {
    for (const GivenData& data : draft.data) {
        for (const GivenFile& file : data.files) {
            const std::string& name = names.at(file.written);
            if (!name.starts_with("data/")) continue;
            std::error_code error;
            fs::create_directories(place / "data", error);
            if (file.path.empty()) {
                write_file_atomically((place / name).string(), file.bytes);
                continue;
            }
            if (!error) fs::copy_file(file.path, place / name, error);
            if (error) throw FileError(file.path + ": cannot be copied (" + error.message() + ")");
        }
    }
}

/// What we wrote is a study as any other; a fault in it is told of what it was made of.
void check_written(const fs::path& place, const std::string& text, const StudyDraft& draft, Methods methods) {
    try {
        (void)read_study_file(place.string(), methods);
    } catch (const InputError& error) {
        std::vector<Problem> problems = error.problems();
        for (Problem& problem : problems) problem = fault_of_order(std::move(problem), text, draft);
        throw InputError(std::move(problems));
    }
}

/// Names of files and columns may hold anything; each sentence is one line.
void keep_to_lines(WrittenStudy& written) {
    for (std::vector<std::string>* sentences : {&written.files, &written.notes, &written.warnings})
        for (std::string& sentence : *sentences) sentence = one_line(sentence);
}

}  // namespace

WrittenStudy write_study(const StudyOrder& order, Methods methods, const Work& work) {
    refuse_full_folder(order.folder);
    check_order(order);
    std::vector<GivenData> data = read_given_data(order, work);
    refuse_unknown_outcome(order, data);
    survey(data);
    const StudyDraft draft = started_analyses(order, data, methods);
    if (draft.analyses.empty()) refuse_empty(order, draft, data, methods);
    const NamesInStudy names = names_in_study(order, draft);

    WrittenStudy written;
    tell_kinds(data, written.notes);
    tell_gaps(order, draft, written.warnings);
    tell_the_rest(order, data, draft, written);

    const fs::path target = fs::absolute(order.folder).lexically_normal();
    const fs::path folder = target.filename().empty() ? target.parent_path() : target;
    std::error_code error;
    fs::create_directories(folder.parent_path(), error);
    if (error) throw FileError(folder.parent_path().string() + ": the folder cannot be made (" + error.message() + ")");
    const PassingFolder aside(folder.parent_path(), ".tarazy-new-study");
    put_files(aside.path(), draft, names);
    const std::string text = study_text(order, draft, example_propositions(order, draft), names);
    write_file_atomically((aside.path() / "study.toml").string(), text);
    write_file_atomically((aside.path() / "README.md").string(), readme_text(order, draft, names));
    check_written(aside.path(), text, draft, methods);
    aside.put_in_place(folder);
    written.files = {(fs::path(order.folder) / "study.toml").string(), (fs::path(order.folder) / "README.md").string()};
    for (const auto& [from, name] : names)
        if (name.starts_with("data/")) written.files.push_back((fs::path(order.folder) / name).string());
    keep_to_lines(written);
    return written;
}

}  // namespace tarazy

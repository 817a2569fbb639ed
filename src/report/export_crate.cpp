#include "report/export_crate.hpp"

#include "base/edtf.hpp"
#include "base/error.hpp"
#include "base/passing_folder.hpp"
#include "base/sha256.hpp"
#include "base/text_lists.hpp"
#include "io/atomic_file.hpp"
#include "io/write_table.hpp"
#include "report/annotations.hpp"
#include "report/crate_metadata.hpp"
#include "report/crate_texts.hpp"
#include "report/data_dictionary.hpp"
#include "report/licence.hpp"
#include "report/references.hpp"
#include "study/result_tables.hpp"
#include "table/list_cells.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <optional>
#include <regex>
#include <system_error>
#include <variant>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

/// "study" of "study/", as of the folder itself.
fs::path without_slash(const std::string& folder) {
    fs::path path = fs::path(folder).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

void require_empty(const fs::path& folder) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(folder, error);
    if (status.type() == fs::file_type::not_found) return;
    if (status.type() != fs::file_type::directory || !fs::is_empty(folder, error))
        throw UsageError("'" + folder.string() + "' is " +
                         (status.type() == fs::file_type::directory ? "not empty" : "no folder") +
                         "; name a new folder or an empty one");
}

/// The day of a file's last change, in UTC.
std::string day_of_file(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) throw FileError(path.string() + ": cannot be looked at");
    std::tm day{};
    ::gmtime_r(&status.st_mtime, &day);
    char text[16];
    const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%d", &day);
    return {text, length};
}

class CrateWriter {
public:
    CrateWriter(const std::string& output, const std::string& study, const Manifest& manifest,
                const StudyResult& result, const fs::path& folder, const CrateOptions& options)
        : output_(output), study_(study), folder_(folder), options_(options) {
        content_.manifest = manifest;
        content_.result = result;
        const fs::path citation = study_ / "CITATION.cff";
        std::error_code ignored;
        if (fs::is_regular_file(citation, ignored))
            content_.citation = parse_citation_file(read_file(citation.string()));
        date_crate();
    }

    CrateWritten write(Chapters chapters) {
        add_inputs();
        add_outputs();
        add_texts(chapters);
        put_text("ro-crate-metadata.json", crate_metadata_text(content_), "");
        written_.date = content_.date;
        written_.files = content_.outputs.size() + content_.texts.size() +
                         static_cast<std::size_t>(std::ranges::count_if(
                             content_.inputs, [](const CrateInput& input) { return !input.place.empty(); }));
        return std::move(written_);
    }

private:
    void date_crate() {
        static const std::regex form(R"re(\d{4}(-\d{2}(-\d{2})?)?)re");
        content_.date = options_.date.empty() ? content_.citation.date_released : options_.date;
        if (content_.date.empty()) {
            content_.date = day_of_file(output_ / manifest_name);
            written_.dated_by_file = true;
        }
        const bool dated =
            std::regex_match(content_.date, form) && std::holds_alternative<EdtfDate>(parse_edtf(content_.date));
        if (!dated) throw UsageError("the date is '" + content_.date + "'; write it as 2026-11-29");
    }

    void copy(const fs::path& from, const std::string& to) const {
        options_.work.check();
        const fs::path target = folder_ / to;
        std::error_code error;
        fs::create_directories(target.parent_path(), error);
        if (!error) fs::copy_file(from, target, error);
        if (error) throw FileError(from.string() + ": cannot be copied to " + target.string() + ": " + error.message());
        fs::permissions(target, fs::perms(0644), error);
    }

    /// Why a file is not passed on; empty: it is.
    [[nodiscard]] std::string why_not(const InputRecord& record) const {
        const fs::path relative = fs::path(record.path).lexically_normal();
        if (!variable_of(record.path).empty())
            return "raw data; set " + variable_of(record.path) + " to the folder that holds it";
        if (relative.is_absolute() || (!relative.empty() && *relative.begin() == ".."))
            return "it lies outside of the study's folder";
        if (options_.left_out.contains(record.key)) return "it was left out by those who made the crate";
        if (record.fallback) return "";  // numbers that the study itself derived
        for (const std::string& key : list_items(record.source)) {
            const auto source = std::ranges::find(content_.result.sources, key, &Source::key);
            if (source != content_.result.sources.end() && sharing_of(source->licence) == Sharing::forbidden)
                return "its licence: " + source->licence;
        }
        return "";
    }

    /// Sources of a file that is passed on whose licence does not say that it may be.
    void note_unclear(const InputRecord& record) {
        if (record.fallback) return;
        std::string unclear;
        for (const std::string& key : list_items(record.source)) {
            const auto source = std::ranges::find(content_.result.sources, key, &Source::key);
            if (source == content_.result.sources.end() || sharing_of(source->licence) == Sharing::open) continue;
            add_item(unclear, key + (source->licence.empty() ? " (no licence)" : " (" + source->licence + ")"));
        }
        if (!unclear.empty())
            written_.notes.push_back(record.path + " is passed on, and no open licence is named for " + unclear +
                                     "; '--leave-out " + record.key + "' leaves it out");
    }

    void add_inputs() {
        for (const std::string& key : options_.left_out) {
            const auto& inputs = content_.manifest.inputs;
            if (std::ranges::find(inputs, key, &InputRecord::key) == inputs.end())
                throw UsageError("--leave-out: the run read no data '" + key + "'");
        }
        for (const InputRecord& record : content_.manifest.inputs) {
            if (record.role == "study") content_.study_file = record.path;
            const auto same = [&](const CrateInput& input) { return input.record.path == record.path; };
            const auto known = std::ranges::find_if(content_.inputs, same);
            if (known == content_.inputs.end()) {
                content_.inputs.push_back({record, "", 0, why_not(record)});
            } else {
                merge(*known, record);
            }
        }
        for (CrateInput& input : content_.inputs) {
            if (!input.why_not.empty()) {
                written_.notes.push_back(input.record.path + " is not passed on: " + input.why_not);
                continue;
            }
            input.place = std::string(crate_study) + input.record.path;
            const fs::path from = study_ / input.record.path;
            copy(from, input.place);
            input.bytes = fs::file_size(folder_ / input.place);
            note_unclear(input.record);
        }
    }

    /// The same file under another data key: its sources are those of both, and one reason to keep it back is enough.
    void merge(CrateInput& known, const InputRecord& record) const {
        std::vector<std::string> sources = list_items(known.record.source);
        for (std::string& key : list_items(record.source)) {
            if (std::ranges::find(sources, key) == sources.end()) sources.push_back(std::move(key));
        }
        known.record.source = list_cell(sources);
        if (known.why_not.empty()) known.why_not = why_not(record);
    }

    void add_outputs() {
        std::vector<OutputRecord> outputs = content_.manifest.outputs;
        outputs.push_back({std::string(manifest_name), sha256_file((output_ / manifest_name).string()), 0});
        for (const OutputRecord& output : outputs) {
            const std::string place = std::string(crate_output) + output.path;
            copy(output_ / output.path, place);
            content_.outputs.push_back({place, output.sha256, fs::file_size(folder_ / place),
                                        output.rows > 0 ? std::to_string(output.rows) + " rows" : ""});
        }
        for (const AnalysisResult& analysis : content_.result.analyses) {
            if (find_table(analysis.tables, lines_table) != nullptr)
                written_.notes.push_back("output/ holds lines of the documents of '" + analysis.id +
                                         "'; whether they may be quoted is for you to say");
        }
    }

    void put_text(const std::string& path, const std::string& bytes, const std::string& description) {
        options_.work.check();
        write_file_atomically((folder_ / path).string(), bytes);
        content_.texts.push_back({path, sha256_hex(bytes), bytes.size(), description});
    }

    void add_texts(Chapters chapters) {
        for (const char* name : {"README.md", "CITATION.cff"}) {
            std::error_code ignored;
            const std::string place = std::string(crate_study) + name;
            const bool is_input = std::ranges::any_of(
                content_.inputs, [&](const CrateInput& input) { return input.record.path == name; });
            if (is_input || !fs::is_regular_file(study_ / name, ignored)) continue;
            fs::create_directories(folder_ / crate_study, ignored);
            put_text(place, read_file((study_ / name).string()), "Of the study");
        }
        const ReportContext context(content_.result, chapters);
        put_text("README.md", crate_readme_text(content_), "What lies in this crate");
        put_text("data-dictionary.csv", to_csv(data_dictionary(context)), "What each column of each table means");
        put_text("annotations.csv", to_csv(annotation_table(context)),
                 "Claims and the places in the sources that they rest on");
        put_text("references.json", csl_json_text(content_.result.sources), "All sources, CSL-JSON");
        put_text("references.bib", bibtex_text(content_.result.sources), "All sources, BibTeX");
        put_text("rerun.sh", rerun_text(content_), "Computes the study again and compares");
        std::error_code ignored;
        fs::permissions(folder_ / "rerun.sh", fs::perms(0755), ignored);
    }

    const fs::path output_, study_, folder_;
    const CrateOptions& options_;
    CrateContent content_;
    CrateWritten written_;
};

}  // namespace

CrateWritten export_crate(const std::string& output, const std::string& study, const Manifest& manifest,
                          const StudyResult& result, Chapters chapters, const std::string& folder,
                          const CrateOptions& options) {
    const fs::path target = without_slash(folder);
    require_empty(target);
    const PassingFolder aside(target.parent_path(), "." + target.filename().string());
    CrateWritten written = CrateWriter(output, study, manifest, result, aside.path(), options).write(chapters);
    options.work.check();
    aside.put_in_place(target);
    return written;
}

}  // namespace tarazy

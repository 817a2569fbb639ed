#include "report/crate_metadata.hpp"

#include "base/text_lists.hpp"
#include "report/citation.hpp"
#include "study/study_graph.hpp"
#include "table/list_cells.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace tarazy {
namespace {

using CrateJson = nlohmann::ordered_json;

constexpr const char* crate_profile = "https://w3id.org/ro/wfrun/process/0.5";
constexpr const char* program_id = "#tarazy";

CrateJson reference(const std::string& id) {
    return {{"@id", id}};
}

/// One reference, or a list of several.
CrateJson references_to(const std::vector<std::string>& ids) {
    if (ids.size() == 1) return reference(ids.front());
    CrateJson list = CrateJson::array();
    for (const std::string& id : ids) list.push_back(reference(id));
    return list;
}

std::string media_type(std::string_view path) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> types = {{
        {".csv", "text/csv"},
        {".json", "application/json"},
        {".html", "text/html"},
        {".sqlite", "application/vnd.sqlite3"},
        {".toml", "application/toml"},
        {".gz", "application/gzip"},
        {".xz", "application/x-xz"},
        {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
        {".tsv", "text/tab-separated-values"},
        {".bib", "application/x-bibtex"},
        {".sh", "application/x-sh"},
        {".md", "text/markdown"},
        {".cff", "application/yaml"},
        {".txt", "text/plain"},
    }};
    for (const auto& [ending, type] : types) {
        if (path.ends_with(ending)) return std::string(type);
    }
    return "application/octet-stream";
}

std::string last_name(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

std::string source_id(const std::string& key) {
    return "#source-" + crate_id(key);
}

class CrateGraph {
public:
    explicit CrateGraph(const CrateContent& content) : content_(content) {
        for (const CrateInput& input : content.inputs)
            input_ids_[input.record.path] =
                input.place.empty() ? "#input-" + crate_id(input.record.path) : crate_id(input.place);
    }

    CrateJson graph() {
        add_descriptor();
        add_root();
        add({{"@id", crate_profile}, {"@type", "CreativeWork"}, {"name", "Process Run Crate"}, {"version", "0.5"}});
        add_program();
        add_people();
        add_actions();
        for (const CrateInput& input : content_.inputs) add_input(input);
        for (const CrateFile& file : content_.outputs) add_file(file);
        for (const CrateFile& file : content_.texts) add_file(file);
        for (const Source& source : content_.result.sources) add_source(source);
        return std::move(graph_);
    }

private:
    void add(CrateJson entity) { graph_.push_back(std::move(entity)); }

    void add_descriptor() {
        add({{"@id", "ro-crate-metadata.json"},
             {"@type", "CreativeWork"},
             {"conformsTo", reference("https://w3id.org/ro/crate/1.1")},
             {"about", reference("./")}});
    }

    [[nodiscard]] std::vector<std::string> parts() const {
        std::vector<std::string> ids;
        for (const CrateInput& input : content_.inputs) {
            if (!input.place.empty()) ids.push_back(crate_id(input.place));
        }
        for (const std::vector<CrateFile>* files : {&content_.outputs, &content_.texts}) {
            for (const CrateFile& file : *files) ids.push_back(crate_id(file.path));
        }
        return ids;
    }

    [[nodiscard]] std::vector<std::string> action_ids() const {
        std::vector<std::string> ids = {"#run"};
        for (const AnalysisResult& analysis : content_.result.analyses) ids.push_back("#analysis-" + analysis.id);
        return ids;
    }

    [[nodiscard]] std::vector<std::string> people() const {
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < content_.citation.authors.size(); ++i) {
            const std::string& orcid = content_.citation.authors[i].orcid;
            ids.push_back(orcid.starts_with("https://") ? orcid : "#person-" + std::to_string(i + 1));
        }
        return ids;
    }

    void add_root() {
        const StudyResult& result = content_.result;
        std::size_t claims = result.propositions.size();
        for (const AnalysisResult& analysis : result.analyses) claims += analysis.claims.size();
        CrateJson root = {{"@id", "./"},
                          {"@type", "Dataset"},
                          {"conformsTo", reference(crate_profile)},
                          {"name", content_.citation.title.empty() ? result.title.en : content_.citation.title}};
        root["description"] = "The study '" + result.title.en + "' as run by tarazy " + result.version + ": " +
                              std::to_string(result.analyses.size()) + " analyses, " +
                              std::to_string(result.propositions.size()) + " propositions, " + std::to_string(claims) +
                              " claims, each traced to its sources. rerun.sh computes it again and compares.";
        root["datePublished"] = content_.date;
        const std::string& licence = content_.citation.licence;
        root["license"] = licence.empty() ? CrateJson("not stated; each source has its own")
                                          : reference("https://spdx.org/licenses/" + crate_id(licence));
        if (!content_.citation.doi.empty()) root["identifier"] = "https://doi.org/" + content_.citation.doi;
        if (!content_.citation.url.empty()) root["url"] = content_.citation.url;
        if (const auto ids = people(); !ids.empty()) root["author"] = references_to(ids);
        std::vector<std::string> cited;
        for (const Source& source : result.sources) cited.push_back(source_id(source.key));
        if (!cited.empty()) root["citation"] = references_to(cited);
        root["hasPart"] = references_to(parts());
        root["mentions"] = references_to(action_ids());
        add(std::move(root));
        if (!licence.empty())
            add({{"@id", "https://spdx.org/licenses/" + crate_id(licence)},
                 {"@type", "CreativeWork"},
                 {"name", licence}});
    }

    void add_program() {
        CrateJson program = {{"@id", program_id},
                             {"@type", "SoftwareApplication"},
                             {"name", "Tarazy"},
                             {"softwareVersion", content_.manifest.run.version},
                             {"license", "GPL-3.0-or-later"}};
        if (!content_.manifest.build.empty()) program["identifier"] = "build " + content_.manifest.build;
        add(std::move(program));
    }

    void add_people() {
        const std::vector<std::string> ids = people();
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const CitedPerson& one = content_.citation.authors[i];
            CrateJson person = {
                {"@id", ids[i]}, {"@type", one.institution ? "Organization" : "Person"}, {"name", one.name}};
            if (!one.affiliation.empty()) person["affiliation"] = one.affiliation;
            const auto known = [&](const CrateJson& entity) { return entity.at("@id") == ids[i]; };
            if (std::ranges::none_of(graph_, known)) add(std::move(person));
        }
    }

    [[nodiscard]] std::vector<std::string> outputs_where(const auto& chosen) const {
        std::vector<std::string> ids;
        for (const CrateFile& file : content_.outputs) {
            if (chosen(file.path.substr(crate_output.size()))) ids.push_back(crate_id(file.path));
        }
        return ids;
    }

    void add_actions() {
        const StudyParts study = parts_of(content_.result, {});
        const auto written_by = [&](const std::string& id) {
            return outputs_where([&](const std::string& path) { return analysis_of_output(study, path) == id; });
        };
        std::vector<std::string> read;
        for (const CrateInput& input : content_.inputs) read.push_back(input_ids_.at(input.record.path));
        CrateJson run = action("#run", "Run of the study " + content_.result.id, content_.manifest.run.command, read,
                               written_by(""));
        run["actionStatus"] = reference("http://schema.org/CompletedActionStatus");
        add(std::move(run));
        for (const AnalysisResult& analysis : content_.result.analyses) add_analysis(analysis, written_by);
    }

    void add_analysis(const AnalysisResult& analysis, const auto& written_by) {
        std::vector<std::string> read = {input_ids_.at(content_.study_file)};
        for (const DataRead& data : analysis.made_from.data) {
            std::vector<std::string> ids;
            if (!data.result.empty()) ids = written_by(data.result);
            for (const FileDigest& file : data.files) {
                const auto known = input_ids_.find(file.path);
                if (data.result.empty() && known != input_ids_.end()) ids.push_back(known->second);
            }
            for (std::string& id : ids) {
                if (std::ranges::find(read, id) == read.end()) read.push_back(std::move(id));
            }
        }
        const std::string& title = analysis.title.en.empty() ? analysis.id : analysis.title.en;
        CrateJson made = action("#analysis-" + analysis.id, title + " (" + analysis.method + ")", analysis.command,
                                read, written_by(analysis.id));
        const bool failed = !analysis.failure.empty();
        made["actionStatus"] =
            reference(failed ? "http://schema.org/FailedActionStatus" : "http://schema.org/CompletedActionStatus");
        if (failed) made["error"] = analysis.failure;
        add(std::move(made));
    }

    static CrateJson action(const std::string& id, const std::string& name, const std::string& command,
                            const std::vector<std::string>& read, const std::vector<std::string>& written) {
        CrateJson made = {{"@id", id},
                          {"@type", "CreateAction"},
                          {"name", name},
                          {"description", command},
                          {"instrument", reference(program_id)}};
        if (!read.empty()) made["object"] = references_to(read);
        if (!written.empty()) made["result"] = references_to(written);
        return made;
    }

    void add_input(const CrateInput& input) {
        const InputRecord& record = input.record;
        const bool here = !input.place.empty();
        CrateJson entity = {{"@id", input_ids_.at(record.path)}, {"@type", here ? "File" : "CreativeWork"}};
        entity["name"] = last_name(record.path);
        entity["alternateName"] = record.path;
        std::string about = record.role == "study" ? "The study file" : "Read as " + record.role;
        if (record.fallback) about += "; shipped table in place of " + record.raw_path;
        if (!here) about += "; not in this crate: " + input.why_not;
        entity["description"] = about;
        entity["encodingFormat"] = media_type(record.path);
        if (here) entity["contentSize"] = std::to_string(input.bytes);
        entity["sha256"] = record.sha256;
        std::vector<std::string> sources;
        for (const std::string& key : list_items(record.source)) {
            const bool known =
                std::ranges::find(content_.result.sources, key, &Source::key) != content_.result.sources.end();
            if (known) sources.push_back(source_id(key));
        }
        if (!sources.empty()) entity["isBasedOn"] = references_to(sources);
        add(std::move(entity));
    }

    void add_file(const CrateFile& file) {
        CrateJson entity = {{"@id", crate_id(file.path)}, {"@type", "File"}, {"name", last_name(file.path)}};
        if (!file.description.empty()) entity["description"] = file.description;
        entity["encodingFormat"] = media_type(file.path);
        entity["contentSize"] = std::to_string(file.bytes);
        entity["sha256"] = file.sha256;
        add(std::move(entity));
    }

    void add_source(const Source& source) {
        CrateJson entity = {{"@id", source_id(source.key)}, {"@type", "CreativeWork"}, {"name", source.title}};
        entity["identifier"] = source.key;
        if (!source.author.empty()) entity["author"] = source.author;
        if (!source.year.empty()) entity["datePublished"] = source.year;
        if (!source.publisher.empty()) entity["publisher"] = source.publisher;
        if (!source.url.empty()) entity["url"] = source.url;
        if (!source.coverage.en.empty()) entity["temporalCoverage"] = source.coverage.en;
        if (!source.licence.empty()) entity["license"] = source.licence;
        add(std::move(entity));
    }

    const CrateContent& content_;
    std::map<std::string, std::string> input_ids_;  ///< by recorded path
    CrateJson graph_ = CrateJson::array();
};

}  // namespace

std::string crate_metadata_text(const CrateContent& content) {
    CrateJson document;
    document["@context"] =
        CrateJson::array({"https://w3id.org/ro/crate/1.1/context", CrateJson{{"sha256", "http://schema.org/sha256"}}});
    document["@graph"] = CrateGraph(content).graph();
    return document.dump(1, ' ', false, CrateJson::error_handler_t::replace) + '\n';
}

}  // namespace tarazy

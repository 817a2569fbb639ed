#include "report/figure_origin.hpp"

#include "report/citation.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace {

using OriginJson = nlohmann::ordered_json;

void add_behind(const StudyResult& result, const std::string& analysis, std::vector<std::string>& keys,
                std::vector<std::string>& seen) {
    if (std::ranges::find(seen, analysis) != seen.end()) return;
    seen.push_back(analysis);
    const auto found = std::ranges::find(result.analyses, analysis, &AnalysisResult::id);
    if (found == result.analyses.end()) return;
    for (const DataRead& data : found->made_from.data) {
        if (!data.result.empty())
            add_behind(result, data.result, keys, seen);
        else if (std::ranges::find(keys, data.key) == keys.end())
            keys.push_back(data.key);
    }
}

OriginJson source_json(const Source& source) {
    OriginJson json = {{"short", short_citation(source)}, {"citation", full_citation(source)}};
    if (!source.url.empty()) json["url"] = source.url;
    if (!source.coverage.en.empty()) json["coverage"] = source.coverage.en;
    if (!source.licence.empty()) json["licence"] = source.licence;
    return json;
}

}  // namespace

std::vector<std::string> data_behind(const StudyResult& result, const std::string& analysis) {
    std::vector<std::string> keys, seen;
    add_behind(result, analysis, keys, seen);
    return keys;
}

std::string full_citation(const Source& source) {
    std::string text = source.author;
    if (!source.year.empty()) text += (text.empty() ? "(" : " (") + source.year + ")";
    if (!text.empty()) text += ". ";
    text += source.title;
    if (!source.publisher.empty()) text += ". " + source.publisher;
    return text;
}

OriginJson origin_json(const ReportContext& context, const std::vector<std::string>& analyses) {
    const StudyResult& result = context.result;
    std::vector<std::string> keys;
    OriginJson commands = OriginJson::array();
    for (const std::string& id : analyses) {
        const AnalysisResult* analysis = context.analysis(id);
        if (analysis == nullptr) continue;
        const std::string& command = analysis->command.empty() ? result.command : analysis->command;
        if (std::ranges::find(commands, OriginJson(command)) == commands.end()) commands.push_back(command);
        for (std::string& key : data_behind(result, id)) {
            if (std::ranges::find(keys, key) == keys.end()) keys.push_back(std::move(key));
        }
    }
    OriginJson files = OriginJson::array(), sources = OriginJson::array();
    std::vector<std::string> paths, cited;
    for (const DataUse& use : result.data) {
        if (std::ranges::find(keys, use.key) == keys.end()) continue;
        for (const std::string& source : use.sources) cited.push_back(source);
        if (std::ranges::find(paths, use.path) != paths.end()) continue;
        paths.push_back(use.path);
        files.push_back({{"path", use.path}, {"sha256", use.sha256}});
    }
    for (const Source& source : result.sources) {
        if (std::ranges::find(cited, source.key) != cited.end()) sources.push_back(source_json(source));
    }
    return {{"commands", std::move(commands)}, {"files", std::move(files)}, {"sources", std::move(sources)}};
}

}  // namespace tarazy

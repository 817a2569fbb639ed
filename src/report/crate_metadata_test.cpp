#include "report/crate_metadata.hpp"

#include "report/crate_content_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <set>

namespace tarazy {
namespace crate_metadata_test {

std::map<std::string, nlohmann::json> entities(const CrateContent& content) {
    std::map<std::string, nlohmann::json> found;
    const auto document = nlohmann::json::parse(crate_metadata_text(content));
    for (const auto& entity : document.at("@graph"))
        EXPECT_TRUE(found.emplace(entity.at("@id"), entity).second) << entity.at("@id");
    return found;
}

void expect_resolved(const std::map<std::string, nlohmann::json>& all, const nlohmann::json& value) {
    if (value.is_array()) {
        for (const auto& item : value) expect_resolved(all, item);
    } else if (value.is_object()) {
        const std::string id = value.at("@id");
        EXPECT_EQ(value.size(), 1u) << "nested: " << value;
        const bool outside = id.starts_with("https://w3id.org/ro/crate/") || id.starts_with("http://schema.org/");
        EXPECT_TRUE(all.contains(id) || outside) << id;
    }
}

TEST(CrateMetadata, IsFlatAndEveryReferenceLeadsToAnEntity) {
    const auto all = entities(sample_crate());
    for (const auto& [id, entity] : all) {
        EXPECT_TRUE(entity.contains("@type")) << id;
        for (const auto& [key, value] : entity.items()) expect_resolved(all, value);
    }
    EXPECT_EQ(all.at("./").at("datePublished"), "2026-01-31");
    EXPECT_EQ(all.at("./").at("license").at("@id"), "https://spdx.org/licenses/CC-BY-4.0");
    EXPECT_EQ(all.at("ro-crate-metadata.json").at("conformsTo").at("@id"), "https://w3id.org/ro/crate/1.1");
    EXPECT_EQ(all.at("https://orcid.org/0000-0001-2345-6789").at("@type"), "Person");
    EXPECT_EQ(all.at("#person-2").at("@type"), "Organization");
}

TEST(CrateMetadata, AnActionSaysWhatItReadAndWroteAndHowItEnded) {
    const auto all = entities(sample_crate());
    const nlohmann::json& shares = all.at("#analysis-shares");
    EXPECT_EQ(shares.at("object").size(), 3u) << shares;
    EXPECT_EQ(shares.at("result").at("@id"), "output/results/shares.csv");
    EXPECT_EQ(shares.at("description"), "tarazy align shares");
    const nlohmann::json& breaks = all.at("#analysis-breaks");
    EXPECT_EQ(breaks.at("object").at(1).at("@id"), "output/results/shares.csv") << "the result of the other";
    EXPECT_EQ(breaks.at("error"), "nothing found");
    EXPECT_EQ(all.at("#run").at("result").at("@id"), "output/report.html");
}

TEST(CrateMetadata, FilesThatAreNotPassedOnAreDescribedAndNoPart) {
    const auto all = entities(sample_crate());
    const nlohmann::json& raw = all.at("#input-$DATA/raw.csv.gz");
    EXPECT_EQ(raw.at("@type"), "CreativeWork");
    EXPECT_EQ(raw.at("sha256"), sample_digest());
    EXPECT_NE(raw.at("description").get<std::string>().find("not in this crate: raw data"), std::string::npos);
    EXPECT_EQ(raw.at("isBasedOn").at("@id"), "#source-s");
    std::set<std::string> parts;
    for (const auto& part : all.at("./").at("hasPart")) parts.insert(part.at("@id"));
    EXPECT_TRUE(parts.contains("study/data/%D0%B4%D0%B0%D1%83%D1%8B%D1%81%D1%82%D0%B0%D1%80%201.csv"));
    EXPECT_EQ(parts.size(), 5u);
}

}  // namespace crate_metadata_test
}  // namespace tarazy

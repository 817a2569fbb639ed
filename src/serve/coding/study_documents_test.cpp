#include "serve/coding/study_documents.hpp"

#include "serve/coding/coding_pages_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace tarazy::study_documents_test {
namespace {

TEST(StudyDocuments, ComeFromTheFolderOrFromTheData) {
    testing_serve::CodingPages pages;
    DocumentShelf shelf(std::make_shared<StudyFileCache>());
    const ServedStudy study{pages.folder.path(), pages.folder.path("study.toml"), nullptr};
    const auto of_folder = shelf.of(study);
    ASSERT_EQ(of_folder->list.size(), 2u);
    EXPECT_EQ(of_folder->document("kk").length, 49u);
    EXPECT_EQ(shelf.of(study), of_folder) << "nothing changed";
    EXPECT_EQ(of_folder->lengths()[0].length, 45u);
    std::filesystem::remove_all(pages.folder.path("documents"));
    EXPECT_EQ(shelf.of(study)->why_none, "The study has no documents.");
    pages.folder.write("speeches.csv", "doc_id,state,year,text\na,RUS,1999,First\nb,KAZ,2001,Second\n");
    pages.folder.write("study.toml", std::string(testing_serve::smallest_study) +
                                         "[source.s]\ntitle = \"S\"\n[data.speeches]\nfile = \"speeches.csv\"\n"
                                         "role = \"documents\"\nsource = \"s\"\n");
    const auto of_data = shelf.of(study);
    ASSERT_EQ(of_data->list.size(), 2u);
    EXPECT_EQ(of_data->list[0].id, "b") << "the state of the study first";
    EXPECT_EQ(of_data->list[0].about, "KAZ 2001");
    EXPECT_EQ(of_data->from, "speeches");
    EXPECT_THROW((void)of_data->document("c"), RefusedRequest);
}

TEST(StudyDocuments, LinksOutOfTheStudyAreNotFollowed) {
    testing_serve::CodingPages pages;
    pages.folder.write("secret/s.txt", "secret");
    std::filesystem::create_symlink(pages.folder.path("secret/s.txt"), pages.folder.path("documents/link.txt"));
    DocumentShelf shelf(std::make_shared<StudyFileCache>());
    EXPECT_EQ(shelf.of({pages.folder.path(), pages.folder.path("study.toml"), nullptr})->list.size(), 2u);
}

}  // namespace
}  // namespace tarazy::study_documents_test

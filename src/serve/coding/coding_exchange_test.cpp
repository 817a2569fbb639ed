#include "serve/coding/coding_exchange.hpp"

#include "serve/request.hpp"
#include "serve/workspace/study_folder_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy::coding_exchange_test {
namespace {

StudyDocuments one_document(const std::string& text) {
    StudyDocuments documents;
    documents.list = {{"құжат", "kk", "", false, 10, text}};
    documents.places = {{"құжат", 0}};
    return documents;
}

const std::vector<TreeCode> codes = {{"k1", 1, "бейбітшілік", "", "сипаттама", "#112233", ""}, {"k2", 2, "шарт", "k1"}};
const std::vector<StoredCoding> codings = {{"c1", 3, "құжат", 0, 5, "Айгүл", "k2", "ескерту"}};

TEST(CodingExchange, AProjectGoesOutAndComesBack) {
    const testing_serve::StudyFolder folder;
    Workspace workspace(folder.path("w.sqlite"));
    const StudyDocuments documents = one_document("0123456789");
    const std::string bytes = qdpx_of_codings("study", documents, codes, codings);
    const auto import = [&](const StudyDocuments& of) {
        ImportedProject imported;
        workspace.act({"A", "t"}, "coding", [&](const WorkspaceView& view) {
            imported = import_qdpx(view, of, bytes, "p.qdpx");
            return imported.act;
        });
        return imported;
    };
    const ImportedProject other = import(one_document("another te"));
    EXPECT_EQ(other.other_texts, (std::vector<std::string>{"құжат"}));
    EXPECT_EQ(other.codes, 2u);
    EXPECT_EQ(import(documents).codings, 1u);
    EXPECT_EQ(import(documents).codings, 0u) << "it is there already";
    workspace.read([&](const WorkspaceView& view) {
        EXPECT_EQ(named_segments(stored_codings(view), tree_codes(view)),
                  (std::vector<Segment>{{"құжат", 0, 5, "Айгүл", "шарт", "ескерту"}}));
        EXPECT_EQ(tree_codes(view)[1].parent, tree_codes(view)[0].key);
        EXPECT_TRUE(view.entry("coder", "Айгүл"));
    });
    EXPECT_THROW((void)qdpx_of_codings("study", documents, {}, {}), RefusedRequest);
}

TEST(CodingExchange, NothingIsWrittenWhereALinkLeadsOut) {
    const testing_serve::StudyFolder folder;
    std::filesystem::create_directories(folder.path("elsewhere"));
    std::filesystem::create_directories(folder.path("study"));
    std::filesystem::create_directory_symlink(folder.path("elsewhere"), folder.path("study/codings"));
    EXPECT_THROW(write_coding_tables(folder.path("study"), codes, codings), RefusedRequest);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path("elsewhere")));
}

TEST(CodingExchange, BytesOfBase64) {
    EXPECT_EQ(bytes_of_base64("UEs="), "PK");
    EXPECT_EQ(bytes_of_base64("//79"), "\xFF\xFE\xFD");
    EXPECT_EQ(bytes_of_base64(""), "");
    EXPECT_THROW((void)bytes_of_base64("a b"), RefusedRequest);
}

}  // namespace
}  // namespace tarazy::coding_exchange_test

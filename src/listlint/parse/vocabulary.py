"""The words lists use for links, fields and sections, in the languages lists are written in: data, no functions.

Only words that are labels by themselves in any list belong here; a word that helps with one list only doesn't.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from listlint.model import MetaKind

_PAPER: Final = """paper papers pdf abs abstract arxiv doi preprint openreview html publication manuscript thesis
论文 論文 原文 文章 статья 논문 artículo artigo papier"""
_PAGE: Final = """link links url website web site webpage homepage home page project official here read article post blog
blogpost news report book post documentation docs doc wiki download
链接 連結 地址 网址 主页 官网 项目 项目主页 项目地址 专栏 博客 文档 官方 网站 リンク サイト ホームページ プロジェクト ブログ 記事 公式
сайт ссылка страница проект блог enlace sitio página projet lien webseite 링크 홈페이지 프로젝트"""
_OTHER: Final = """code github gitlab gitee repo repository source src implementation pytorch tensorflow keras jax demo demos video
videos slides slide youtube talk colab notebook data dataset datasets model models weights checkpoint checkpoints huggingface hugging
face hf modelscope bib bibtex cite citation poster supplementary supp appendix twitter tweet x review tutorial example examples
playground kaggle medium zhihu bilibili mirror zip tar dockerhub docker npm pypi app appstore screenshot screenshots gif leaderboard
benchmark space spaces api online interview podcast audio transcript issue discussion part chapter
代码 代碼 源码 数据 数据集 模型 演示 视频 幻灯片 解读 知乎 镜像 下载 教程 コード データ データセット モデル 動画 スライド デモ
код данные видео слайды модель código datos vídeo données 코드 데이터 데이터셋 영상"""
POINTERS: Final = frozenset(
    (
        "here",
        "click here",
        "this",
        "this page",
        "this link",
        "this list",
        "this repo",
        "这里",
        "此处",
        "這裡",
        "点击这里",
        "此链接",
        "こちら",
        "тут",
        "здесь",
        "aquí",
        "aqui",
        "ici",
        "hier",
        "여기",
    )
)
_FILLERS: Final = (
    "the and of for in on a an official unofficial original full text version short long ver v more info also see et und via ii iii"
)

PAPER: Final = frozenset(_PAPER.split())
PAGE: Final = frozenset(_PAGE.split())
OTHER: Final = frozenset(_OTHER.split())
LABELS: Final = PAPER | PAGE | OTHER
FILLERS: Final = frozenset(_FILLERS.split())

JOINTS: Final = frozenset(
    (
        *("a", "an", "the", "in", "on", "at", "of", "by", "and", "or", "with", "to", "from", "for", "see"),
        *("via", "is", "are", "was", "as", "like", "using", "about", "into", "than", "that", "this", "these"),
        *("more", "和", "与", "在", "的", "见", "и", "в", "на", "с", "по", "de", "la", "le", "el"),
    )
)
"""Words that a title doesn't end with: what follows them belongs to the same sentence."""

FIELDS: Final[dict[str, str]] = {
    word: name
    for name, words in {
        "authors": "author authors by 作者 著者 автор авторы autor autores auteur auteurs",
        "venue": "venue conference journal publisher published source 会议 期刊 出处 来源 出版 会議 журнал",
        "year": "year 年份 年",
        "date": "date released updated 日期 时间 発表",
        "licence": "license licence licenses licences 许可 许可证 协议 ライセンス лицензия",
        "language": "language languages lang 语言 言語 язык",
        "tag": "tag tags keyword keywords key topic topics category platform platforms stars status 标签 关键词 关键字 タグ キーワード",
        "code": "code github repo repository implementation source-code 代码 源码 コード код",
        "note": "note notes summary abstract description comment comments tldr tl;dr about intro introduction 简介 摘要 介绍 说明 "
        "描述 备注 概要 説明",
        "contact": "twitter facebook telegram discord slack wechat weibo qq linkedin instagram mastodon email e-mail mail bluesky "
        "微信 微博 公众号 知乎 почта",
        "link": "paper papers pdf arxiv link links url website web site homepage project demo video slides blog doi dataset data "
        "model docs "
        "documentation download 论文 地址 链接 网址 主页 官网 项目 项目地址 论文地址 代码地址 博客 视频 数据集 模型 文档 論文 "
        "リンク サイト сайт статья",
    }.items()
    for word in words.split()
}

_META_NAMES: Final[dict[MetaKind, str]] = {
    "contents": "contents|content|table of contents|toc|index|table of content|list of contents|quick links|navigation|目录|"
    "目錄|目次|内容|内容目录|"
    "содержание|оглавление|índice|indice|sommaire|table des matières|inhalt|inhaltsverzeichnis|sumário|목차",
    "contributing": "contributing|contribution|contributions|contribute|how to contribute|contributing guidelines|"
    "contribution guidelines|"
    "contribution guide|contributing guide|contributing to this list|contributors|our contributors|maintainers|join us|贡献|"
    "参与贡献|如何贡献|"
    "贡献指南|贡献者|维护者|維護者|maintainer|contributor|加入我们|コントリビューション|コントリビューター|貢献|貢献者|"
    "как помочь|contribuir|contribuer|mitwirken",
    "licence": "license|licence|licensing|copyright|license & copyright|许可证|许可|版权|协议|授权|开源协议|ライセンス|"
    "лицензия|licencia|licença|lizenz",
    "news": "news|latest news|recent news|update|updates|latest update|latest updates|recent update|recent updates|news & updates|"
    "news and updates|what's new|whats new|changelog|change log|update log|announcement|announcements|新闻|动态|最新动态|更新|最新更新|"
    "近期更新|最近更新|更新日志|更新记录|公告|お知らせ|更新履歴|ニュース|новости|noticias|nouvelles",
    "about": "about|about this list|about this repo|about this repository|preface|foreword|acknowledgement|acknowledgements|"
    "acknowledgment|acknowledgments|thanks|special thanks|credits|credit|citation|citations|cite|citing|how to cite|bibtex|"
    "star history|stargazers|"
    "disclaimer|contact|contact us|contacts|legend|to-do|todo|to do|todo list|to-do list|todos|roadmap|social media|follow us|about us|"
    "about me|feedback|how to use|how to use this list|motivation|前言|序言|关于|致谢|鸣谢|引用|联系|联系我们|联系方式|说明|"
    "待办|免责声明|"
    "謝辞|引用|お問い合わせ|免責事項|о проекте|благодарности|контакты|acerca de",
    "sponsors": "sponsor|sponsors|sponsoring|supporters|backers|our sponsors|support us|support this project|donate|donation|donations|"
    "赞助|赞助商|捐赠|支持|支持我们|打赏|スポンサー|спонсоры|patrocinadores",
}
META: Final[dict[str, MetaKind]] = {name: kind for kind, names in _META_NAMES.items() for name in names.split("|")}

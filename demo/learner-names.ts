// Names of the learners, from many places and in several scripts; invented, and put together by hand.

const list = (text: string) => text.trim().split(/\s*\n\s*/)

/** Community Water Quality Monitoring: 28 people. */
export const waterLearners = list(`
  Lena Haddad
  Aroha Ngata
  Tomasz Wiśniewski
  Chipo Moyo
  Sigríður Jónsdóttir
  يوسف الخطيب
  Beatriz Carvalho Pinto
  Suresh
  Nguyễn Thị Hạnh
  Ifeoma Eze
  Matthias Vogel
  Lindiwe Dlamini
  田中 さくら
  Fatou Diop
  Andrei Popescu
  Maite Etxeberria
  Wanjiru Kamau
  Oskar Lund
  Paloma Quispe Mamani
  Hannah O’Connell
  Rustam Karimov
  מיכל ברק
  Ebba Sjögren
  Thandeka Khumalo
  Luca Bianchi
  Siti
  Élodie Marchand
  Zoltán Kerekes
`)

/** Responsible Data Analysis: 34 people; the first two were monitoring water as well. */
export const dataLearners = list(`
  Lena Haddad
  Aroha Ngata
  Mohammed Al-Farsi
  Katarzyna Zielińska
  Park Ji-woo
  Abena Owusu
  سارة عبد الرحمن المنصوري
  Diego Armando Villanueva Rojas
  Ayşe Yıldırım
  Gabriel Tremblay
  Priyanka Deshpande
  Mwangi
  Johanna Mäkelä
  陈雨桐
  Leilani Kahale
  Nikos Papadakis
  Tariq Mahmood
  Ingrid Solberg
  Oluwaseun Adeyemi-Bright
  Camila Restrepo
  Dzmitry Kavalenka
  Anneke de Groot
  נועם אלמוג
  Rahel Tesfaye
  Piotr Nowicki
  Meera
  Julien Ndayishimiye
  Hoàng Minh Tuấn
  María de los Ángeles Fernández de Córdoba y Zúñiga
  Viliami Taufa
  Bogdan Ionescu
  Nadia Benali
  Erik Lindholm
  Sokha Chea
`)

/** Facilitating Inclusive Online Seminars: 26 people. */
export const seminarLearners = list(`
  Ximena Salazar
  Kwabena Asante
  Freya Christensen
  ليلى حداد
  Tevita Fonoti
  Marta Kowalczyk
  Arjun Venkataraman
  Zanele Mthembu
  Guðrún Einarsdóttir
  Hiroko Matsuda
  Pádraig Ó Súilleabháin
  Amara Conteh
  Elif Kaya
  Rodrigo Azevedo
  Nomvula
  Clémence Aubry
  Jakob Steiner
  Farida Rahimi
  Yaw Boateng
  Ljubica Stanković
  Wayra Condori
  Sanna Heikkinen
  Deepika Nair
  Gonçalo Teixeira
  Malia Tuiasosopo
  Ruth Achterberg
`)

/** Small Boat Electrical Systems at the college: 34 people. */
export const boatLearners = list(`
  Te Ariki Walker
  Marlon Baptiste
  Sina Faleolo
  Callum MacInnes
  Ewa Pawlak
  عمر بن ناصر
  Joseph Kiprotich
  Nils Aaltonen
  Rosalind Achebe
  Duc Pham
  Tania Marsh
  Wiremu
  Petros Alexiou
  Ines Figueroa
  Lachlan Doyle
  Mere Tamihana
  Anton Kuznets
  Shanice Grant
  Bjarne Holm
  Ravi Ramdin
  Dalia Mansour
  Kofi
  Aoife Brennan
  Stefan Wójcik
  Losaline Vake
  Patrick Ssekandi
  Noa Peretz
  Julio Cárdenas
  Greta Andersson
  Hemi Rangihuna
  Yusuf Abdirahman
  Caitlin Rees
  Milo Jansen
  Sunniva Bakke
`)
